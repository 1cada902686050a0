import shutil
import stat

import pytest

from casebook import paths
from casebook.domain.errors import FormatError, NotFoundError
from casebook.publishing.citation_styles import LARGEST, USUAL, find_style, find_styles, read_style

SHIPPED = paths.resources() / "csl"
HEAD = '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="note">'
LAYOUT = '<layout><text variable="title"/></layout>'
BOTH = f"<citation>{LAYOUT}</citation><bibliography>{LAYOUT}</bibliography>"
PARENT = '<link rel="independent-parent" href="http://www.zotero.org/styles/chicago-author-date"/>'
CIRCLE = '<macro name="a"><text macro="b"/></macro><macro name="b"><group><text macro="a"/></group></macro>'
INFO = "<info><title> My\n style </title><id>x</id></info>"


def test_the_shipped_styles_are_there_with_their_licence():
    found = {style.key: style for style in find_styles(SHIPPED)}
    assert set(found) == {USUAL, "apa", "chicago-author-date", "chicago-notes-bibliography"}
    assert next(iter(found)) == USUAL
    assert [style.key for style in found.values() if style.in_notes] == ["chicago-notes-bibliography"]
    licence = (SHIPPED / "LICENSE.txt").read_text(encoding="utf-8")
    assert all(f"{key}.csl" in licence for key in found)
    assert "Attribution-ShareAlike 3.0 Unported" in licence


def test_a_style_of_ones_own_is_found_and_wins(tmp_path):
    (tmp_path / "mine.csl").write_text(f"{HEAD}{INFO}{BOTH}</style>", encoding="utf-8")
    (tmp_path / "apa.csl").write_text(f"{HEAD}{INFO}{BOTH}</style>", encoding="utf-8")
    (tmp_path / "broken.csl").write_text("<style", encoding="utf-8")
    found = {style.key: style for style in find_styles(SHIPPED, (tmp_path,))}
    assert "broken" not in found
    assert (found["mine"].title, found["mine"].in_notes, found["mine"].own) == ("My style", True, True)
    assert find_style("apa", SHIPPED, (tmp_path,)).own and not find_style("apa", SHIPPED).own


@pytest.mark.parametrize("key", ["", "nothing", "../csl/apa", "/etc/passwd", "apa.csl", "a\0b", "x" * 300])
def test_no_other_file_can_be_named(key, tmp_path):
    with pytest.raises(NotFoundError, match=r"no citation style called .*“apa”"):
        find_style(key, SHIPPED, (tmp_path,))


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("no xml at all", "not well-formed"),
        (f"{HEAD}{INFO}{BOTH}", "not well-formed"),
        ('<?xml version="1.0" encoding="x-none"?><style/>', "not well-formed"),
        ("<html><body/></html>", "no citation style in CSL"),
        ('<style xmlns="urn:other"/>', "no citation style in CSL"),
        (f'<!DOCTYPE style SYSTEM "http://x.org/x.dtd">{HEAD}{BOTH}</style>', "document type"),
        (f'<!DOCTYPE style [<!ENTITY a "b">]>{HEAD}{BOTH}</style>', "document type"),
        (f"{HEAD}{INFO}<citation>{LAYOUT}</citation></style>", "needs both"),
        (
            f"{HEAD}<info><title>D</title>{PARENT}</info></style>",
            "only points to another style, “chicago-author-date”",
        ),
        (
            f"{HEAD}{INFO}{CIRCLE}{BOTH}</style>",
            "circle",
        ),
        (f"{HEAD}{'<group>' * 200}{'</group>' * 200}{BOTH}</style>", "no citation style in CSL"),
        (f"{HEAD}{' ' * LARGEST}{BOTH}</style>", "too large"),
    ],
)
def test_what_is_no_usable_style_is_refused_in_one_sentence(tmp_path, text, why):
    path = tmp_path / "made.csl"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(FormatError, match=why) as refused:
        read_style(path)
    assert "“made.csl”" in str(refused.value)


def test_what_cannot_be_read_is_refused(tmp_path):
    with pytest.raises(FormatError, match="cannot be read"):
        read_style(tmp_path)
    with pytest.raises(FormatError, match="cannot be read"):
        read_style(tmp_path / "gone.csl")


def test_a_macro_used_twice_is_no_circle(tmp_path):
    macros = (
        '<macro name="a"><text macro="b"/><text macro="b"/></macro><macro name="b"><text value="x"/></macro>'
    )
    (tmp_path / "made.csl").write_text(f"{HEAD}{INFO}{macros}{BOTH}</style>", encoding="utf-8")
    assert read_style(tmp_path / "made.csl").key == "made"


def test_what_is_shipped_can_be_added_as_well(tmp_path):
    shutil.copy(SHIPPED / "apa.csl", tmp_path / "field.csl")
    (tmp_path / "field.csl").chmod(stat.S_IRUSR)
    assert find_style("field", SHIPPED, (tmp_path,)).title == "APA Style 7th edition"
