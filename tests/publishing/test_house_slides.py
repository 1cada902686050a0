"""An organisation's own slides: our marks on each, and no letter larger than our texts have room for."""

import re
import zipfile

import pytest

from casebook.publishing.house_slides import mark_slides
from casebook.publishing.presentation_parts import MASTER, PRESENTATION
from casebook.publishing.slide_masters import pattern_of, read_masters
from tests.publishing.presentations import LAYOUT


@pytest.fixture
def marked(usual, presentation, job, tmp_path):
    """Marks a presentation with some parts put in the place of its own; gives its parts afterwards."""

    def mark(**instead):
        path = tmp_path / "pattern.pptx"
        path.write_bytes(pattern_of(read_masters(presentation(**instead))))
        mark_slides(path, job.words())
        with zipfile.ZipFile(path) as archive:
            return {name: archive.read(name).decode("utf-8") for name in archive.namelist()}

    return mark


def sizes(text, style):
    (part,) = re.findall(f"<p:{style}>.*?</p:{style}>", text, re.DOTALL)
    return [int(size) for size in re.findall(r'<a:defRPr[^>]* sz="(\d+)"', part)]


def test_letters_too_large_for_our_texts_are_made_smaller_and_small_ones_stay(usual, marked):
    large = usual[MASTER].replace(b'sz="2100"', b'sz="1200"')
    parts = marked(**{MASTER: large})
    before, after = sizes(large.decode(), "bodyStyle"), sizes(parts[MASTER], "bodyStyle")
    assert max(before) > 1800 >= max(after) and len(before) == len(after)
    assert 1200 in before and 1200 in after
    assert max(sizes(large.decode(), "titleStyle")) > 2800 >= max(sizes(parts[MASTER], "titleStyle"))


def test_a_layout_with_letters_of_its_own_is_looked_at_too(usual, marked):
    own = b'<a:lstStyle><a:lvl1pPr><a:defRPr sz="6000"/></a:lvl1pPr>'
    title = usual[LAYOUT.format(1)].replace(b"<a:lstStyle/>", own + b"</a:lstStyle>", 1)
    assert b'sz="6000"' in title
    assert 'sz="6000"' not in marked(**{LAYOUT.format(1): title})[LAYOUT.format(1)]


def test_on_a_larger_slide_letters_and_marks_grow_with_the_room_for_text(usual, marked):
    size = usual[PRESENTATION].replace(b'cx="9144000" cy="5143500"', b'cx="18288000" cy="10287000"')
    room = usual[MASTER].replace(b'cx="8229600" cy="3394472"', b'cx="16459200" cy="7320000"')
    parts = marked(**{PRESENTATION: size, MASTER: room})
    assert max(sizes(parts[MASTER], "bodyStyle")) == max(sizes(room.decode(), "bodyStyle")) == 2400
    (marks,) = re.findall(r'name="Marks".*?</p:sp>', parts[MASTER], re.DOTALL)
    assert 'sz="1600"' in marks and "Audience: Public" in marks
    top, high = (int(re.search(rf'{side}="(\d+)"/?>', marks)[1]) for side in (r"<a:off x=\"\d+\" y", "cy"))
    assert 9_000_000 < top < top + high <= 10_287_000
