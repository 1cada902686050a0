import zipfile
from datetime import date

from casebook.publishing.scrubbing import scrub

CORE = (
    '<cp:coreProperties xmlns:cp="c" xmlns:dcterms="d"><dc:creator>Ama</dc:creator>'
    "<cp:lastModifiedBy>zeb</cp:lastModifiedBy><cp:revision>7</cp:revision>"
    '<dcterms:created xsi:type="dcterms:W3CDTF">2026-01-02T03:04:05Z</dcterms:created></cp:coreProperties>'
)


def test_a_word_file_tells_nothing_of_who_made_it(tmp_path):
    path = tmp_path / "a.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("docProps/core.xml", CORE)
        archive.writestr(
            "docProps/app.xml", "<P><Company>Zq</Company><Application>W 12</Application><Pages>1</Pages></P>"
        )
        archive.writestr("word/document.xml", '<w:p w:rsidR="00AB12CD"><w:t>2026-01-02 rsid</w:t></w:p>')
        archive.writestr("word/media/a.png", b"\x89PNG w:rsidR")
    scrub(path, date(2019, 3, 4))
    with zipfile.ZipFile(path) as archive:
        core, app = archive.read("docProps/core.xml").decode(), archive.read("docProps/app.xml").decode()
        assert (
            "zeb" not in core and "revision" not in core and "Ama" in core and "2019-03-04T00:00:00Z<" in core
        )
        assert app == "<P><Application>Casebook</Application><Pages>1</Pages></P>"
        assert archive.read("word/document.xml") == b"<w:p><w:t>2026-01-02 rsid</w:t></w:p>"
        assert archive.read("word/media/a.png") == b"\x89PNG w:rsidR"
        assert {info.date_time for info in archive.infolist()} == {(2019, 3, 4, 0, 0, 0)}


def test_an_open_document_keeps_its_first_part_first_and_bare(tmp_path):
    path = tmp_path / "a.odt"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text", zipfile.ZIP_STORED)
        archive.writestr(
            "meta.xml",
            "<m><meta:generator>P/3</meta:generator><meta:editing-cycles>4</meta:editing-cycles><dc:date>x</dc:date></m>",
        )
    scrub(path, date(2019, 3, 4))
    with zipfile.ZipFile(path) as archive:
        first = archive.infolist()[0]
        assert (first.filename, first.compress_type, first.extra) == ("mimetype", zipfile.ZIP_STORED, b"")
        assert archive.read("meta.xml") == (
            b"<m><meta:generator>Casebook</meta:generator><dc:date>2019-03-04T00:00:00Z</dc:date></m>"
        )


def test_what_is_no_archive_is_left_alone(tmp_path):
    path = tmp_path / "a.md"
    path.write_text("text")
    scrub(path, date(1970, 1, 1))
    assert path.read_text() == "text"


def test_a_book_and_slides_tell_nothing_of_the_program_either(tmp_path):
    book, slides = tmp_path / "a.epub", tmp_path / "a.pptx"
    with zipfile.ZipFile(book, "w") as archive:
        archive.writestr("mimetype", "application/epub+zip", zipfile.ZIP_STORED)
        archive.writestr(
            "EPUB/content.opf",
            '<p><meta property="dcterms:modified">2026-01-02T03:04:05Z</meta><dc:date>2019-03-04</dc:date></p>',
        )
        archive.writestr("EPUB/text/ch1.xhtml", '<head>\n  <meta name="generator" content="P" />\n</head>')
    with zipfile.ZipFile(slides, "w") as archive:
        archive.writestr(
            "docProps/app.xml",
            "<P><Application>Mac 16</Application><HeadingPairs>x</HeadingPairs><TitlesOfParts>Arial</TitlesOfParts></P>",
        )
    for path in (book, slides):
        scrub(path, date(2019, 3, 4))
    with zipfile.ZipFile(book) as archive:
        assert archive.infolist()[0].compress_type == zipfile.ZIP_STORED
        assert archive.read("EPUB/content.opf") == (
            b'<p><meta property="dcterms:modified">2019-03-04T00:00:00Z</meta><dc:date>2019-03-04</dc:date></p>'
        )
        assert archive.read("EPUB/text/ch1.xhtml") == b"<head>\n</head>"
    with zipfile.ZipFile(slides) as archive:
        assert archive.read("docProps/app.xml") == b"<P><Application>Casebook</Application></P>"
