"""An organisation's presentation: its master and layouts come over, and nothing else that was in the file."""

import base64
import re
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casebook.domain.errors import FormatError
from casebook.publishing.house_slides import mark_slides
from casebook.publishing.look import Look
from casebook.publishing.office_file import TYPES
from casebook.publishing.order import Order
from casebook.publishing.presentation_parts import MASTER, PRESENTATION
from casebook.publishing.report import publish
from casebook.publishing.slide_masters import pattern_of, read_masters
from tests.publishing.formats import every_byte, slides_of
from tests.publishing.presentations import (
    LAYOUT,
    LINKS,
    SECRET,
    THEME,
    parts_of,
    photo,
    picture,
    with_link,
    with_shape,
)


def test_master_layouts_and_theme_come_over_and_no_slide_note_or_name(usual, presentation):
    core = usual["docProps/core.xml"].replace(
        b"</cp:coreProperties>", f"<dc:x>{SECRET}</dc:x></cp:coreProperties>".encode()
    )
    slide = usual["ppt/slides/slide1.xml"].replace(b"<a:t>", f"<a:t>{SECRET}".encode(), 1)
    kept = read_masters(presentation(**{"docProps/core.xml": core, "ppt/slides/slide1.xml": slide}))
    parts = parts_of(kept)
    wanted = r"\[Content_Types\]|_rels/|ppt/(_rels/|presentation|slideMasters/|slideLayouts/|theme/theme1)"
    assert all(re.match(wanted, name) for name in parts)
    assert SECRET.encode() not in b"".join(parts.values())
    assert parts[THEME].count(b"<a:accent1>") == 1 and b'type="title"' in parts[LAYOUT.format(1)]
    assert b"sldIdLst" not in parts[PRESENTATION] and b'cx="9144000"' in parts[PRESENTATION]


def test_what_was_kept_is_itself_a_presentation_and_reading_it_again_changes_nothing(presentation, tmp_path):
    kept = read_masters(presentation())
    again = tmp_path / "again.potx"
    again.write_bytes(pattern_of(kept))
    assert read_masters(again) == kept


def test_layouts_are_known_by_their_kind_whatever_they_are_called(usual, presentation):
    renamed = {
        name: re.sub(rb'<p:cSld name="[^"]*"', b'<p:cSld name="Folie"', data)
        for name, data in usual.items()
        if re.match(r"ppt/slideLayouts/s", name)
    }
    parts = parts_of(read_masters(presentation(**renamed)))
    names = {
        name
        for part, data in parts.items()
        if part.startswith("ppt/slideLayouts/s")
        for name in re.findall(r'<p:cSld name="([^"]*)"', data.decode())
    }
    assert {"Title Slide", "Title and Content", "Section Header", "Two Content", "Blank"} <= names
    assert "Folie" not in names


def without_kind(usual, kind):
    return {
        name: data.replace(f'type="{kind}"'.encode(), b'type="cust"')
        for name, data in usual.items()
        if name.startswith("ppt/slideLayouts/s")
    }


@pytest.mark.parametrize(
    ("instead", "why"),
    [
        ({"ppt/vbaProject.bin": b"x"}, "holds macros"),
        ({"ppt/activeX/activeX1.xml": b"<x/>"}, "holds macros"),
        ({TYPES: b"<Types>application/vnd.ms-powerpoint.presentation.macroEnabled</Types>"}, "holds macros"),
        ({TYPES: b"<Types>wordprocessingml</Types>"}, "is not a PowerPoint presentation"),
        ({PRESENTATION: None}, "is not a PowerPoint presentation"),
        ({PRESENTATION: b"<p:presentation"}, "is not a PowerPoint presentation"),
        ({MASTER: b'<!DOCTYPE x [<!ENTITY a "b">]><x/>'}, "is not a PowerPoint presentation"),
        ({MASTER: None}, "has no layout"),
        ({MASTER: b"<x>" + b" " * 5_000_000 + b"</x>"}, "is too large"),
        ({f"ppt/{number}.xml": b"" for number in range(5_001)}, "is too large"),
    ],
)
def test_what_is_not_plainly_a_presentation_is_refused(presentation, instead, why):
    with pytest.raises(FormatError, match=why) as refused:
        read_masters(presentation(**instead))
    assert "“house.pptx”" in str(refused.value)


@pytest.mark.parametrize("kind", ["title", "obj"])
def test_a_presentation_without_the_layouts_slides_need_is_refused(usual, presentation, kind):
    with pytest.raises(FormatError, match="has no layout"):
        read_masters(presentation(**without_kind(usual, kind)))


def test_no_file_and_no_archive_are_refused(tmp_path):
    with pytest.raises(FormatError, match="cannot be read"):
        read_masters(tmp_path / "nothing.pptx")
    (tmp_path / "house.pptx").write_bytes(b"PK\x03\x04 nothing")
    with pytest.raises(FormatError, match="is not a PowerPoint presentation"):
        read_masters(tmp_path / "house.pptx")


@pytest.mark.parametrize("held", ["", "!!!", base64.b64encode(b"nothing").decode()])
def test_what_a_library_holds_is_checked_again_and_left_when_it_is_damaged(held):
    assert pattern_of(held) is None


TOUCHED = (PRESENTATION, MASTER, LINKS, THEME, TYPES, LAYOUT.format(1), LAYOUT.format(2))
BITS = st.sampled_from(
    [
        b"",
        b"<",
        b">",
        b'"',
        b"<!-- -->",
        b"<?x?>",
        b"&x;",
        b"\x00",
        b"\xff",
        b"r:id",
        b"-1",
        b"9" * 30,
        b"<a:x/>",
    ]
)


@settings(max_examples=40)
@given(part=st.sampled_from(TOUCHED), start=st.floats(0, 1), length=st.integers(0, 40), bit=BITS)
def test_whatever_was_done_to_a_part_it_is_taken_or_refused_in_one_sentence(
    usual, tmp_path_factory, part, start, length, bit
):
    data = usual[part]
    at = round(start * len(data))
    folder = tmp_path_factory.mktemp("touched")
    path = folder / "house.pptx"
    with zipfile.ZipFile(path, "w") as made:
        for name, content in {**usual, part: data[:at] + bit + data[at + length :]}.items():
            made.writestr(name, content)
    try:
        kept = read_masters(path)
    except FormatError as refused:
        assert str(refused).endswith(".") and "“house.pptx”" in str(refused)
        return
    pattern = folder / "pattern.pptx"
    pattern.write_bytes(pattern_of(kept))
    mark_slides(pattern, {"line": "", "footer": "Status: Draft"})
    with zipfile.ZipFile(pattern) as archive:
        assert "Status: Draft" in archive.read(MASTER).decode("utf-8")


def test_slides_are_made_with_the_master_of_the_house_and_still_say_status_and_audience(
    usual, presentation, materials, liberia, tmp_path
):
    theme = usual[THEME].replace(b"4F81BD", b"C00000")
    size = usual[PRESENTATION].replace(b'cx="9144000" cy="5143500"', b'cx="12192000" cy="6858000"')
    kept = read_masters(
        presentation(
            **{
                THEME: theme,
                PRESENTATION: size,
                MASTER: with_shape(usual[MASTER], picture("rId99")),
                LINKS: with_link(usual[LINKS], "rId99", "../media/crest.jpeg"),
                "ppt/media/crest.jpeg": photo(),
            }
        )
    )
    order = Order(
        folder=tmp_path,
        template="slides",
        formats=("pptx",),
        look=Look(slide_masters=kept, footer="A line of ours"),
    )
    published = publish(liberia, order, materials)
    assert published.notices == ()
    (made,) = published.files
    with zipfile.ZipFile(made) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    assert b"C00000" in parts[THEME] and b"0F5C6E" not in parts[THEME]
    assert b'cx="12192000"' in parts[PRESENTATION]
    assert b"Audience: Public" in parts[MASTER] and b"A line of ours" in parts[MASTER]
    (linked,) = re.findall(rb'Target="\.\./(media/[^"]*)"', parts[LINKS])
    assert parts[f"ppt/{linked.decode()}"].startswith(b"\xff\xd8\xff")
    assert 8 <= len(slides_of(made)) <= 10 and SECRET not in every_byte(made)
    # PowerPoint offers to repair a file with layouts that no master has.
    layouts = {name.rpartition("/")[2] for name in parts if name.startswith("ppt/slideLayouts/s")}
    assert layouts == set(re.findall(r"slideLayout\d+\.xml", parts[LINKS].decode()))
    assert layouts == set(re.findall(r"/ppt/slideLayouts/(slideLayout\d+\.xml)", parts[TYPES].decode()))
