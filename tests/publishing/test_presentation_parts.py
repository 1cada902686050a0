"""What a part of a presentation points to comes over clean, or goes with the shape it is in."""

import io

import pytest
from PIL import Image

from casebook.domain.errors import FormatError
from casebook.publishing.office_file import TYPES
from casebook.publishing.presentation_parts import MASTER
from casebook.publishing.slide_masters import read_masters
from tests.publishing.presentations import LINKS, SECRET, parts_of, photo, picture, with_link, with_shape


def test_a_picture_of_the_master_comes_over_drawn_anew_and_no_sharper_than_a_screen(usual, presentation):
    house = presentation(
        **{
            MASTER: with_shape(usual[MASTER], picture("rId99")),
            LINKS: with_link(usual[LINKS], "rId99", "../media/crest.jpeg"),
            "ppt/media/crest.jpeg": photo((4000, 1000)),
        }
    )
    parts = parts_of(read_masters(house))
    (name,) = (part for part in parts if part.startswith("ppt/media/"))
    assert name == "ppt/media/image1.jpg" and SECRET.encode() not in parts[name]
    with Image.open(io.BytesIO(parts[name])) as shown:
        assert shown.size == (1920, 480) and not shown.getexif()
    assert b'r:embed="rId99"' in parts[MASTER] and b"../media/image1.jpg" in parts[LINKS]
    assert b"image/jpeg" in parts[TYPES]


def test_what_lies_elsewhere_goes_with_the_shape_it_is_in_and_addresses_go_alone(usual, presentation):
    address = (
        '<p:sp><p:nvSpPr><p:cNvPr id="78" name="Words"><a:hlinkClick r:id="rId98"/></p:cNvPr><p:cNvSpPr/><p:nvPr/>'
        "</p:nvSpPr><p:spPr/></p:sp>"
    )
    outside = 'TargetMode="External"'
    links = with_link(usual[LINKS], "rId97", "http://spy.example.org/a.png", outside)
    links = with_link(links, "rId98", "http://spy.example.org/", outside)
    house = presentation(
        **{MASTER: with_shape(usual[MASTER], picture("rId97", "Spy") + address), LINKS: links}
    )
    parts = parts_of(read_masters(house))
    assert b'name="Spy"' not in parts[MASTER] and b'name="Words"' in parts[MASTER]
    assert b"spy.example.org" not in b"".join(parts.values()) and b"hlinkClick" not in parts[MASTER]


def test_of_two_ways_to_say_the_same_the_one_every_program_reads_is_kept(usual, presentation):
    shape = (
        '<p:sp><p:nvSpPr><p:cNvPr id="80" name="{}"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr/></p:sp>'.format
    )
    both = (
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f'<mc:Choice Requires="p14">{shape("New")}</mc:Choice><mc:Fallback>{shape("Old")}</mc:Fallback>'
        "</mc:AlternateContent>"
    )
    parts = parts_of(read_masters(presentation(**{MASTER: with_shape(usual[MASTER], both)})))
    assert b'name="Old"' in parts[MASTER] and b'name="New"' not in parts[MASTER]


def test_a_picture_only_one_system_can_draw_is_refused_with_what_to_do(usual, presentation):
    house = presentation(
        **{
            MASTER: with_shape(usual[MASTER], picture("rId99")),
            LINKS: with_link(usual[LINKS], "rId99", "../media/crest.emf"),
            "ppt/media/crest.emf": b"\x01\x00\x00\x00 EMF",
        }
    )
    with pytest.raises(FormatError, match="put it there as PNG"):
        read_masters(house)
