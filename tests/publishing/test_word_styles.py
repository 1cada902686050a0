import base64
import io
import re
import zipfile
from pathlib import Path

import docx
import pytest

from casebook import paths
from casebook.domain.errors import FormatError
from casebook.publishing.office_file import TYPES
from casebook.publishing.word_styles import STYLES, THEME, joined, parts_of, read_styles

WORD = Path(docx.__file__).parent / "templates" / "default.docx"
OURS = (paths.resources() / "pandoc" / "word" / STYLES).read_text(encoding="utf-8")


def document(path, **instead):
    """The usual Word document with some parts put in the place of its own."""
    with zipfile.ZipFile(WORD) as usual, zipfile.ZipFile(path, "w") as made:
        parts = {part: usual.read(part) for part in usual.namelist()} | instead
        for name, data in parts.items():
            if data is not None:
                made.writestr(name, data)
    return path


def names(styles):
    return re.findall(r'<w:name w:val="([^"]*)"', styles)


def test_of_a_document_the_styles_are_kept_and_nothing_else(tmp_path):
    made = document(tmp_path / "house.docx", **{"docProps/custom.xml": b"<secret-author/>"})
    kept = read_styles(made)
    with zipfile.ZipFile(io.BytesIO(base64.b64decode(kept))) as parts:
        assert set(parts.namelist()) <= {STYLES, THEME}
    assert "heading 1" in [name.lower() for name in names(parts_of(kept)[STYLES])]


def test_styles_reports_need_are_added_and_those_there_are_kept():
    house = parts_of(read_styles(WORD))[STYLES]
    both = joined(house, OURS)
    ids = re.findall(r'w:styleId="([^"]*)"', both)
    assert len(ids) == len(set(ids))
    assert {"Kicker", "Evidence", "Source Line"} & set(names(both)) >= {"Kicker", "Evidence"}
    heading = re.search(r'<w:style\b[^>]*w:styleId="Heading1".*?</w:style>', both, re.DOTALL)[0]
    assert heading in house
    based = set(re.findall(r'<w:basedOn w:val="([^"]*)"', both))
    assert based <= set(ids)
    kicker = re.search(r'<w:style\b[^>]*w:styleId="Kicker".*?</w:style>', both, re.DOTALL)[0]
    assert "w:rFonts" not in kicker
    assert both.count('w:default="1"') == house.count('w:default="1"')


def test_styles_in_another_language_of_word_are_known_by_their_names():
    house = (
        '<w:styles xmlns:w="w"><w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/>'
        '</w:style><w:style w:styleId="Kicker"><w:name w:val="Something else"/></w:style></w:styles>'
    )
    both = joined(house, OURS)
    assert names(both).count("Normal") == 1
    kicker = re.search(r'<w:style\b[^>]*w:styleId="CasebookKicker".*?</w:style>', both, re.DOTALL)[0]
    assert '<w:basedOn w:val="Standard"/>' in kicker


@pytest.mark.parametrize(
    ("instead", "why"),
    [
        ({"word/vbaProject.bin": b"x"}, "holds macros"),
        ({TYPES: b"<Types>application/vnd.ms-word.document.macroEnabled.main+xml</Types>"}, "holds macros"),
        ({TYPES: b"<Types>spreadsheet</Types>"}, "is not a Word document"),
        ({STYLES: None}, "is not a Word document"),
        ({STYLES: b"<w:styles"}, "is not a Word document"),
        (
            {STYLES: b'<!DOCTYPE x [<!ENTITY a "b">]><w:styles xmlns:w="w"></w:styles>'},
            "is not a Word document",
        ),
        ({STYLES: b'<w:styles xmlns:w="w">' + b" " * 6_000_000 + b"</w:styles>"}, "too large"),
        ({f"word/{number}.xml": b"" for number in range(5_001)}, "too large"),
    ],
)
def test_what_is_not_plainly_a_document_is_refused(tmp_path, instead, why):
    with pytest.raises(FormatError, match=why) as refused:
        read_styles(document(tmp_path / "house.docx", **instead))
    assert "“house.docx”" in str(refused.value)


def test_what_is_no_archive_is_refused(tmp_path):
    path = tmp_path / "house.docx"
    path.write_bytes(b"PK\x03\x04 nothing")
    with pytest.raises(FormatError, match="is not a Word document"):
        read_styles(path)
    with pytest.raises(FormatError, match="cannot be read"):
        read_styles(tmp_path / "gone.docx")


@pytest.mark.parametrize("kept", ["", "A", "AAAA", base64.b64encode(b"PK nothing").decode()])
def test_what_was_damaged_in_the_library_is_as_if_it_were_not_there(kept):
    assert parts_of(kept) == {}
