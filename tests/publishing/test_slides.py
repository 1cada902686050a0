import re
import zipfile

import pytest
from lxml import etree

from casebook.publishing import pandoc
from casebook.publishing.order import never
from casebook.publishing.slides import ACCENT, describe_slides, dress_slides

MASTER = "ppt/slideMasters/slideMaster1.xml"


@pytest.fixture
def pattern(tmp_path):
    pandoc.run(("-o", "reference.pptx", "--print-default-data-file=reference.pptx"), tmp_path, never)
    return tmp_path / "reference.pptx"


def parts(path):
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name).decode("utf-8", "replace") for name in archive.namelist()}


def test_the_pattern_takes_our_look_and_the_marks_of_the_report(pattern):
    before = parts(pattern)
    dress_slides(pattern, "Status: Draft & <b>not</b> final · Audience: Public")
    after = parts(pattern)
    assert list(after) == list(before)
    for text in (after[name] for name in after if name.endswith((".xml", ".rels"))):
        etree.fromstring(text.encode("utf-8"))
    assert "Status: Draft &amp; &lt;b&gt;not&lt;/b&gt; final · Audience: Public" in after[MASTER]
    assert ACCENT in after["ppt/theme/theme1.xml"] and "4F81BD" not in after["ppt/theme/theme1.xml"]
    # pandoc finds its places by these, so each must still be where it was, and every change must have found its mark.
    assert after[MASTER].count("<p:ph ") == before[MASTER].count("<p:ph ")
    assert 'y="1030000"' in after[MASTER] and 'y="1250000"' in after["ppt/slideLayouts/slideLayout1.xml"]
    sizes = re.findall(r'<a:lvl[123]pPr marL="[^>]*>.*?<a:defRPr sz="(\d+)"', after[MASTER])
    assert (
        sizes[:3] == ["1800", "1600", "1400"]
        and 'algn="ctr"' not in after["ppt/slideLayouts/slideLayout1.xml"]
    )


def test_a_picture_is_described_by_what_it_shows_alone(tmp_path):
    path = tmp_path / "a.pptx"
    said = "One of assets/1.png, and more\n\nassets/12.png"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("ppt/slides/slide1.xml", f'<p:cNvPr descr="{said}" id="0"/>')
        archive.writestr("ppt/other.xml", f'<p:cNvPr descr="{said}" id="0"/>')
    describe_slides(path)
    assert parts(path)["ppt/slides/slide1.xml"] == '<p:cNvPr descr="One of assets/1.png, and more" id="0"/>'
    assert said in parts(path)["ppt/other.xml"]
