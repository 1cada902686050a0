"""The look of slides in the file itself, before and after pandoc."""

import re
import zipfile

import attrs
import pytest
from lxml import etree

from casebook import paths
from casebook.publishing import pandoc
from casebook.publishing.logo import lay_out_logo, logo_from
from casebook.publishing.look import Lettering, Look
from casebook.publishing.order import Order, never
from casebook.publishing.report import publish
from casebook.publishing.slides import ACCENT, dress_slides, finish_slides
from casebook.publishing.typesetting import typesetter
from tests.publishing.formats import slides_of

MASTER, TITLE = "ppt/slideMasters/slideMaster1.xml", "ppt/slideLayouts/slideLayout1.xml"
THEME, TITLE_LINKS = "ppt/theme/theme1.xml", "ppt/slideLayouts/_rels/slideLayout1.xml.rels"


@pytest.fixture
def pattern(tmp_path):
    pandoc.run(("-o", "reference.pptx", "--print-default-data-file=reference.pptx"), tmp_path, never)
    return tmp_path / "reference.pptx"


@pytest.fixture(scope="module")
def house():
    icon = (paths.resources() / "icons" / "casebook.svg").read_bytes()
    return Look(
        organisation="Peace & <b>Security</b> Centre",
        logo=logo_from(icon, "icon.svg", typesetter(paths.resources() / "fonts")),
        accent="#1E7A3C",
        footer="For & by @@title@@",
        lettering=Lettering.OWN,
        family="Noto Sans",
    )


def parts(path):
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name).decode("utf-8", "replace") for name in archive.namelist()}


def well_formed(made):
    for text in (made[name] for name in made if name.endswith((".xml", ".rels"))):
        etree.fromstring(text.encode("utf-8"))
    return True


def test_the_pattern_takes_our_look_and_the_marks_of_the_report(pattern, job):
    before = parts(pattern)
    facts = attrs.evolve(job.facts, status="Draft & <b>not</b> final")
    dress_slides(pattern, attrs.evolve(job, facts=facts, house=Look()).words(), None)
    after = parts(pattern)
    assert list(after) == list(before) and well_formed(after)
    assert "Status: Draft &amp; &lt;b&gt;not&lt;/b&gt; final · Audience: Public" in after[MASTER]
    assert ACCENT in after[THEME] and "4F81BD" not in after[THEME]
    # pandoc finds its places by these, so each must still be where it was, and every change must have found its mark.
    assert after[MASTER].count("<p:ph ") == before[MASTER].count("<p:ph ")
    assert 'y="1030000"' in after[MASTER] and 'y="1250000"' in after[TITLE]
    sizes = re.findall(r'<a:lvl[123]pPr marL="[^>]*>.*?<a:defRPr sz="(\d+)"', after[MASTER])
    assert sizes[:3] == ["1800", "1600", "1400"] and 'algn="ctr"' not in after[TITLE]


def test_slides_have_the_colour_the_letters_the_name_the_logo_and_the_line_of_the_house(
    house, materials, liberia, tmp_path
):
    order = Order(folder=tmp_path, template="slides", formats=("pptx",), look=house)
    (path,) = publish(liberia, order, materials).files
    made = parts(path)
    assert well_formed(made) and 8 <= len(slides_of(path)) <= 10
    assert "1E7A3C" in made[THEME] and ACCENT not in made[THEME]
    assert re.findall(r'<a:latin typeface="([^"]*)"', made[THEME]) == ["Noto Sans", "Noto Sans"]
    assert "For &amp; by @@title@@" in made[MASTER]
    assert "Peace &amp; &lt;b&gt;Security&lt;/b&gt; Centre" in made[TITLE]
    (logo,) = re.findall(r'Target="\.\./(media/[^"]*)"', made[TITLE_LINKS])
    assert made[f"ppt/{logo}"].startswith("\ufffdPNG") and 'Extension="png"' in made["[Content_Types].xml"]


def test_a_logo_stands_at_the_head_of_the_title_slide_and_the_name_beside_it(house, pattern, job):
    logo = lay_out_logo(house, job.folder)
    dress_slides(pattern, attrs.evolve(job, house=house, logo=logo).words(), logo)
    title = etree.fromstring(parts(pattern)[TITLE].encode())
    space = {
        "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    }

    def place(name):
        (shape,) = title.xpath(
            f".//*[p:nvPicPr/p:cNvPr/@name='{name}' or p:nvSpPr/p:cNvPr/@name='{name}']", namespaces=space
        )
        off, ext = (shape.find(f".//a:{tag}", space) for tag in ("off", "ext"))
        left, top = int(off.get("x")), int(off.get("y"))
        return left, top, left + int(ext.get("cx")), top + int(ext.get("cy"))

    picture, name = place("Logo"), place("Organisation")
    assert picture[2] <= name[0] and picture[1] == name[1] and name[2] < 9_144_000
    assert picture[3] - picture[1] <= 18 * 36_000 and picture[3] < 1_250_000


def test_a_picture_is_described_by_what_it_shows_alone(tmp_path):
    path = tmp_path / "a.pptx"
    said = "One of assets/1.png, and more\n\nassets/12.png"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("ppt/slides/slide1.xml", f'<p:cNvPr descr="{said}" id="0"/>')
        archive.writestr("ppt/other.xml", f'<p:cNvPr descr="{said}" id="0"/>')
    finish_slides(path)
    assert parts(path)["ppt/slides/slide1.xml"] == '<p:cNvPr descr="One of assets/1.png, and more" id="0"/>'
    assert said in parts(path)["ppt/other.xml"]
