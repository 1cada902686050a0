import io
import zipfile

import pytest

from casebook.publishing import word_vetting
from casebook.publishing.word_vetting import UnusableWordFileError, vetted
from tests.publishing.own_templates import with_parts, word

RELATION = (
    b'<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    b'<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s" '
    b'Target="%s" TargetMode="External"/></Relationships>'
)
TEXT = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>%s</w:body></w:document>'


@pytest.fixture
def plain(tmp_path):
    word(tmp_path / "t.docx", "{{ fields.title }}")
    return tmp_path / "t.docx"


def test_a_plain_word_file_passes_as_it_is(plain):
    assert vetted(plain) == plain.read_bytes()


@pytest.mark.parametrize(
    ("parts", "why"),
    [
        ({"word__vbaProject_DOT_bin": b"x"}, "macros"),
        ({"word__activeX__activeX1_DOT_xml": b"<a/>"}, "may not have"),
        ({"word__embeddings__oleObject1_DOT_bin": b"x"}, "may not have"),
        ({"word___rels__footer9_DOT_xml_DOT_rels": RELATION % (b"image", b"http://127.0.0.1:9/x.png")}, "elsewhere (image)"),
        ({"word___rels__footer9_DOT_xml_DOT_rels": RELATION % (b"oleObject", b"file:///etc/passwd")}, "elsewhere"),
        ({"word___rels__footer9_DOT_xml_DOT_rels": RELATION % (b"frame", b"http://127.0.0.1:9/")}, "elsewhere"),
        ({"word__document_DOT_xml": b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'}, "entities"),
        ({"word__document_DOT_xml": TEXT % b'<w:altChunk r:id="rId1"/>'}, "may not have"),
        ({"word__document_DOT_xml": TEXT % b'<w:instrText>INCLUDEPICTURE "http://127.0.0.1:9/x"</w:instrText>'}, "INCLUDEPICTURE"),
        ({"word__document_DOT_xml": TEXT % b'<w:instrText>DDE</w:instrText><w:instrText>AUTO cmd</w:instrText>'}, "DDEAUTO"),
        ({"word__document_DOT_xml": TEXT % b'<w:fldSimple w:instr="INCLUDETEXT c:\\x"/>'}, "INCLUDETEXT"),
        ({"word__settings_DOT_xml": b"<w:settings><w:mailMerge/></w:settings>"}, "may not have"),
    ],
)  # fmt: skip
def test_what_runs_or_fetches_is_refused_by_name(plain, parts, why):
    with pytest.raises(UnusableWordFileError, match=r"“t\.docx” cannot be used as a Word template") as caught:
        vetted(with_parts(plain, **parts))
    assert why in str(caught.value)


def test_a_hyperlink_may_lead_anywhere(plain):
    text = TEXT % b'<w:instrText>HYPERLINK "http://example.org/link import"</w:instrText>'
    rels = RELATION % (b"hyperlink", b"http://example.org/")
    assert vetted(
        with_parts(plain, word__footnotes_DOT_xml=text, word___rels__footnotes_DOT_xml_DOT_rels=rels)
    )


def test_a_macro_document_by_another_name_is_refused(plain):
    types = (
        zipfile.ZipFile(plain)
        .read("[Content_Types].xml")
        .replace(
            b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
            b"application/vnd.ms-word.document.macroEnabled.main+xml",
        )
    )
    with pytest.raises(UnusableWordFileError, match="macros"):
        vetted(with_parts(plain, **{"[Content_Types]_DOT_xml": types}))


def test_no_zip_and_other_zips_are_refused(tmp_path):
    (tmp_path / "a.docx").write_bytes(b"no zip")
    (tmp_path / "b.docx").write_bytes(b"")
    with zipfile.ZipFile(tmp_path / "c.docx", "w") as archive:
        archive.writestr("a.txt", "a")
    for name in "abc":
        with pytest.raises(UnusableWordFileError, match=r"not a Word file"):
            vetted(tmp_path / f"{name}.docx")


def test_a_bomb_is_not_unpacked(tmp_path, plain):
    with_parts(plain, word__media__a_DOT_bin=b"\0" * 90_000_000)
    assert plain.stat().st_size < 200_000
    with pytest.raises(UnusableWordFileError, match="too large"):
        vetted(plain)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for number in range(word_vetting.MOST_PARTS + 1):
            archive.writestr(f"{number}.xml", "<a/>")
    (tmp_path / "many.docx").write_bytes(made.getvalue())
    with pytest.raises(UnusableWordFileError, match="too large"):
        vetted(tmp_path / "many.docx")


def test_the_template_it_was_made_from_is_forgotten(plain):
    rels = RELATION % (b"attachedTemplate", b"file:///C:/Users/ama/Normal.dotm")
    settings = (
        b'<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
        b'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
        b'<w:attachedTemplate r:id="rId9"/></w:settings>'
    )
    data = vetted(
        with_parts(plain, word___rels__settings_DOT_xml_DOT_rels=rels, word__settings_DOT_xml=settings)
    )
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        everything = b"".join(archive.read(name) for name in archive.namelist())
    assert b"ama" not in everything and b"attachedTemplate" not in everything
