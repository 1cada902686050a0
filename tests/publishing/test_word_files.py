import zipfile

import pytest

from casebook.publishing.word_files import describe_pictures, dress, keep_rows_whole


@pytest.fixture
def document(tmp_path):
    def make(name, text):
        path = tmp_path / "document.zip"
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("mimetype", "as it was", zipfile.ZIP_STORED)
            archive.writestr(name, text, zipfile.ZIP_DEFLATED)
        return path

    return make


def read(path, name):
    with zipfile.ZipFile(path) as archive:
        first = archive.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
        return archive.read(name).decode()


def test_rows_are_kept_whole_and_headers_as_they_are(document):
    path = document("word/document.xml", "<w:tr><w:trPr/></w:tr><w:tr><w:tc>")
    keep_rows_whole(path)
    whole = "<w:tr><w:trPr/></w:tr><w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc>"
    assert read(path, "word/document.xml") == whole


def test_a_picture_takes_its_words_in(document):
    path = document(
        "content.xml", "<draw:frame><draw:image/></draw:frame><!--alt:2 &#45;> 17 &lt;b&gt;--><p/>"
    )
    describe_pictures(path)
    assert read(path, "content.xml") == (
        "<draw:frame><draw:image/><svg:desc>2 &#45;> 17 &lt;b&gt;</svg:desc></draw:frame><p/>"
    )


def test_a_book_gets_its_own_style_sheet(document):
    path = document("EPUB/styles/stylesheet1.css", "body { usual }")
    dress(path, b"body { ours }")
    assert read(path, "EPUB/styles/stylesheet1.css") == "body { ours }"
