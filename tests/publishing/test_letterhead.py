"""The house style in every format: paper, colour, letters, letterhead, foot and cover, and its words as typed."""

import base64
import re
import zipfile

import docx
import page
import pytest
from lxml import etree
from pypdf import PdfReader

from casebook import paths
from casebook.publishing.converters import FORMATS
from casebook.publishing.logo import logo_from
from casebook.publishing.look import Lettering, Look, Paper
from casebook.publishing.order import Order
from casebook.publishing.report import publish
from casebook.publishing.templates import find_template
from casebook.publishing.typesetting import typesetter
from tests.publishing.formats import every_byte, html_addresses, squeezed, text_of

ORGANISATION = "Peace & <b>Security</b> Centre #eval(1) {{7*7}}"
FOOTER = '$x$ *y* _z_ \\ "q" @@title@@ @@footer@@ </w:t> --a-- ${organisation} [l](http://x.org) ٣ عربي'
GREEN = "1E7A3C"


@pytest.fixture(scope="module")
def look():
    setter = typesetter(paths.resources() / "fonts")
    icon = (paths.resources() / "icons" / "casebook.svg").read_bytes()
    return Look(
        organisation=ORGANISATION,
        logo=logo_from(icon, "icon.svg", setter),
        accent=f"#{GREEN}",
        paper=Paper.LETTER,
        footer=FOOTER,
        lettering=Lettering.SANS,
        cover=True,
        citation_style="chicago-notes-bibliography",
    )


@pytest.fixture(scope="module")
def branded(materials, liberia, look, tmp_path_factory):
    offered = find_template("full-report", materials.template_folders).formats or tuple(FORMATS)
    order = Order(folder=tmp_path_factory.mktemp("branded"), formats=offered, look=look)
    return {path.suffix[1:]: path for path in publish(liberia, order, materials).files}


@pytest.fixture(scope="module")
def pages(branded):
    return PdfReader(branded["pdf"]).pages


def part(path, name):
    with zipfile.ZipFile(path) as archive:
        return archive.read(name).decode("utf-8")


def test_the_pdf_still_passes_an_independent_check_of_pdf_ua(branded):
    report = page.validate_pdf(str(branded["pdf"]), profile="ua1")
    assert report.is_compliant, [(failure.rule_id, failure.message) for failure in report.failures][:5]


def test_every_page_of_the_pdf_has_the_paper_and_the_line_at_its_foot(pages):
    plain = squeezed(FOOTER.partition("٣")[0])
    for sheet in pages:
        assert (round(sheet.mediabox.width), round(sheet.mediabox.height)) == (612, 792)
        assert plain in squeezed(sheet.extract_text())


def test_the_cover_has_the_title_the_organisation_and_the_logo_and_nothing_of_the_case(pages):
    cover, second = squeezed(pages[0].extract_text()), squeezed(pages[1].extract_text())
    assert squeezed(ORGANISATION) in cover and "Liberia:fromWestAfricanvanguard" in cover
    assert "Overview" not in cover and "Overview" in second
    assert len(pages[0].images) == 1


def test_notes_stand_at_the_foot_in_every_format(branded, pages):
    assert re.search(r"KrocInstituteforInternational", squeezed(pages[1].extract_text()))
    assert part(branded["docx"], "word/footnotes.xml").count("<w:footnote ") > 20
    assert part(branded["odt"], "content.xml").count("<text:note ") > 20
    assert branded["html"].read_text(encoding="utf-8").count('class="footnote-ref"') > 20
    assert len(re.findall(r"^\[\^\d+\]:", branded["md"].read_text(encoding="utf-8"), re.MULTILINE)) > 20


def test_words_of_the_house_come_out_as_typed(branded):
    for name in ("word/header2.xml", "word/footer1.xml"):
        words = "".join(etree.fromstring(part(branded["docx"], name).encode()).itertext())
        assert (ORGANISATION if "header" in name else FOOTER) in words
    html = squeezed(text_of(branded["html"]))
    assert squeezed(ORGANISATION) in html and squeezed(FOOTER) in html
    addresses = html_addresses(branded["html"].read_text(encoding="utf-8"))
    assert "http://x.org" not in [address for _tag, address in addresses]
    assert "&lt;b&gt;Security&lt;/b&gt;" in part(branded["odt"], "styles.xml")


def test_word_has_the_paper_the_colour_the_letters_and_the_logo(branded):
    document = docx.Document(str(branded["docx"]))
    section = document.sections[0]
    assert (round(section.page_width.inches, 1), round(section.page_height.inches, 1)) == (8.5, 11.0)
    styles = part(branded["docx"], "word/styles.xml")
    assert GREEN in styles and "0F5C6E" not in styles and "Cambria" not in styles
    rels = part(branded["docx"], "word/_rels/header2.xml.rels")
    (target,) = re.findall(r'Target="([^"]*)"', rels)
    with zipfile.ZipFile(branded["docx"]) as archive:
        assert archive.read(f"word/{target}").startswith(b"\x89PNG")
    assert 'w:br w:type="page"' in part(branded["docx"], "word/document.xml")


def test_opendocument_has_them_too(branded):
    styles = part(branded["odt"], "styles.xml")
    assert 'fo:page-width="21.59cm"' in styles and f"#{GREEN}" in styles and "0F5C6E" not in styles
    assert "style:header-first" in styles and "Cambria" not in styles
    with zipfile.ZipFile(branded["odt"]) as archive:
        assert archive.read("Pictures/logo.png").startswith(b"\x89PNG")
        assert "Pictures/logo.png" in archive.read("META-INF/manifest.xml").decode()


def test_the_web_page_has_them_too(branded):
    html = branded["html"].read_text(encoding="utf-8")
    assert f"--accent: #{GREEN};" in html and "size: Letter" in html and "min-height: 70vh" in html
    assert '<div class="letterhead"><img src="data:image/png;base64,' in html


def test_charts_are_drawn_in_the_colour_of_the_house(branded, materials, liberia, tmp_path):
    assert GREEN not in every_byte(
        publish(liberia, Order(folder=tmp_path, formats=("html",)), materials).files[0]
    )
    html = branded["html"].read_text(encoding="utf-8")
    drawings = [base64.b64decode(data) for data in re.findall(r"data:image/svg\+xml;base64,([^\"]+)", html)]
    assert drawings and any(GREEN.encode() in drawing.upper() for drawing in drawings)


def test_without_a_house_style_there_is_no_trace_of_one(materials, liberia, tmp_path):
    order = Order(folder=tmp_path, formats=("docx", "odt", "html"))
    word, text, web = publish(liberia, order, materials).files
    with zipfile.ZipFile(word) as archive:
        assert not [name for name in archive.namelist() if "media/logo" in name or "header2.xml.rels" in name]
    assert "Letterhead" not in part(word, "word/header2.xml")
    assert "header-first" not in part(text, "styles.xml") and "@@" not in part(text, "styles.xml")
    assert "letterhead" not in web.read_text(encoding="utf-8")


def test_a_font_that_is_not_there_is_said_and_the_report_made(materials, tmp_path, liberia):
    look = Look(lettering=Lettering.OWN, family="No Such Font & Sons")
    done = publish(liberia, Order(folder=tmp_path, formats=("pdf", "docx"), look=look), materials)
    assert any("“No Such Font & Sons” is not on this computer" in notice for notice in done.notices)
    assert 'w:ascii="No Such Font &amp; Sons"' in part(done.files[1], "word/styles.xml")


@pytest.mark.parametrize("name", ["participant-handout", "commanders-brief", "card"])
def test_short_reports_keep_their_pages_and_have_no_cover(materials, liberia, look, tmp_path, name):
    order = Order(folder=tmp_path, template=name, look=look)
    done = publish(liberia, order, materials)
    assert len(PdfReader(done.files[0]).pages) <= {"participant-handout": 2}.get(name, 1)
    report = page.validate_pdf(str(done.files[0]), profile="ua1")
    assert report.is_compliant, [failure.message for failure in report.failures][:5]
