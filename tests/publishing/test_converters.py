"""Each format read by a program that did not write it."""

import datetime
import posixpath
import re
import shutil
import subprocess
import zipfile
from itertools import pairwise

import docx
import page
import pytest
from docx.oxml.ns import qn
from lxml import etree
from pypdf import PdfReader

from casebook.domain.records import Sensitivity
from casebook.publishing.converters import FORMATS
from casebook.publishing.order import Order
from casebook.publishing.report import publish
from tests.publishing.formats import every_byte, html_addresses, slides_of, text_of
from tests.publishing.sample import FULL


@pytest.fixture(scope="module")
def made(materials, liberia, tmp_path_factory):
    """The Liberia sample in every format."""
    order = Order(folder=tmp_path_factory.mktemp("liberia"), formats=FULL, made_on=datetime.date(2026, 3, 2))
    published = publish(liberia, order, materials)
    assert published.notices == ()
    return {path.suffix[1:]: path for path in published.files}


@pytest.fixture(scope="module")
def pdf(made):
    return PdfReader(made["pdf"])


@pytest.fixture(scope="module")
def word(made):
    return docx.Document(str(made["docx"]))


def test_the_table_of_formats_is_complete():
    assert list(FORMATS) == ["pdf", "docx", "html", "odt", "pptx", "epub", "md"]
    assert all(made.suffix == f".{key}" and made.title and made.description for key, made in FORMATS.items())


def test_the_pdf_passes_an_independent_check_of_pdf_ua(made):
    report = page.validate_pdf(str(made["pdf"]), profile="ua1")
    assert report.is_compliant, [(failure.rule_id, failure.message) for failure in report.failures][:5]


def test_the_pdf_is_tagged_titled_and_declares_its_language(pdf):
    root = pdf.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] and root["/StructTreeRoot"]["/K"]
    assert root["/Lang"] == "en" and root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert pdf.metadata.title.startswith("Liberia: from West African vanguard")
    assert pdf.metadata.author == "Casebook sample library"
    assert b"pdfuaid" in root["/Metadata"].get_data()
    assert len(pdf.outline) >= 1


def test_every_page_of_the_pdf_says_status_audience_and_number(pdf):
    count = len(pdf.pages)
    for number, sheet in enumerate(pdf.pages, 1):
        text = " ".join(sheet.extract_text().split())
        assert (
            f"Page {number} / {count}" in text and "Status: Published" in text and "Audience: Public" in text
        )
        assert [round(float(side)) for side in sheet.mediabox[2:]] == [595, 842]


def test_word_has_real_headings_in_order(word):
    styles = [paragraph.style.name for paragraph in word.paragraphs if paragraph.text]
    assert styles[:3] == ["Kicker", "Title", "Under"]
    headings = [p for p in word.paragraphs if p.style.name.startswith("Heading")]
    levels = [int(p.style.name[-1]) for p in headings]
    assert levels[0] == 1 and all(later - level <= 1 for level, later in pairwise(levels))
    titles = [p.text for p in headings if p.style.name == "Heading 1"]
    assert titles[:2] == ["Overview", "Narrative"] and {"Actors", "Outcomes", "Lessons", "Sources"} <= set(
        titles
    )


def test_word_tables_repeat_their_header_and_keep_rows_whole(word):
    assert len(word.tables) > 5
    for table in word.tables:
        first, *others = table._tbl.tr_lst
        assert first.trPr is not None and first.trPr.find(qn("w:tblHeader")) is not None
        assert all(row.trPr.find(qn("w:cantSplit")) is not None for row in others)


def test_word_pictures_have_alt_text_and_fit_the_page(word):
    said = [shape._inline.docPr.get("descr") for shape in word.inline_shapes]
    beginnings = ("People disarmed", "Timeline of 17 events", "Women among Liberian police officers")
    assert len(said) == 3 and all(map(str.startswith, said, beginnings))
    for shape in word.inline_shapes:
        assert shape.width.inches <= 6.5 and shape.height.inches <= 6.6


def test_word_says_status_audience_and_page_on_every_page(word):
    (section,) = word.sections
    for footer in (section.footer, section.first_page_footer):
        assert footer.paragraphs[0].text.startswith("Status: Published · Audience: Public\tPage")
        assert " PAGE " in footer._element.xml and " NUMPAGES " in footer._element.xml
    assert section.header.paragraphs[0].text.endswith("LR-2003-001")
    assert round(section.page_width.mm) == 210


def test_word_properties_name_the_authors_of_the_case_and_nobody_else(word):
    properties = word.core_properties
    assert properties.title.startswith("Liberia") and properties.author == "Casebook sample library"
    assert properties.last_modified_by in ("", "Casebook sample library")


def test_every_style_the_filter_names_is_in_the_look(made):
    used = set(re.findall(r'w:(?:pStyle|rStyle|tblStyle) w:val="([^"]+)"', every_byte(made["docx"])))
    with zipfile.ZipFile(made["docx"]) as archive:
        defined = set(re.findall(r'w:styleId="([^"]+)"', archive.read("word/styles.xml").decode()))
    assert used <= defined


def test_the_web_page_is_one_file_that_loads_nothing(made):
    html = made["html"].read_text(encoding="utf-8")
    assert not re.search(r"<(script|link|iframe|object)\b|@import|url\(", html)
    for tag, address in html_addresses(html):
        assert (
            address.startswith(("data:image/png;base64,", "data:image/svg+xml;base64,"))
            if tag == "img"
            else address.startswith(("https://", "http://"))
        )
    assert '<html lang="en">' in html and "prefers-color-scheme: dark" in html and "@media print" in html
    assert html.count("<h1") == 1 and 'alt="Women among Liberian police officers' in html


def test_open_document_is_well_formed(made):
    with zipfile.ZipFile(made["odt"]) as archive:
        assert archive.namelist()[0] == "mimetype"
        content, styles = (archive.read(name).decode() for name in ("content.xml", "styles.xml"))
    assert "Status: Published · Audience: Public" in styles and "text:page-number" in styles
    assert 'text:style-name="Title"' in content and content.count("<text:h ") > 20
    assert "table:table-header-rows" in content


def test_the_book_is_whole(made):
    with zipfile.ZipFile(made["epub"]) as archive:
        first, names = archive.infolist()[0], archive.namelist()
        parts = {name: archive.read(name) for name in names}
    assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
    assert parts["mimetype"] == b"application/epub+zip"
    roots = {
        name: etree.fromstring(part)
        for name, part in parts.items()
        if name.endswith((".xhtml", ".opf", ".ncx", ".xml", ".svg"))
    }
    book = roots["EPUB/content.opf"]
    held = {f"EPUB/{item.get('href')}": item for item in book.iter("{*}item")}
    assert held.keys() == {name for name in names if name.startswith("EPUB/")} - {"EPUB/content.opf"}
    read = {item.get("idref") for item in book.iter("{*}itemref")}
    assert {item.get("id") for name, item in held.items() if name.startswith("EPUB/text/")} == read
    assert book.findtext(".//{*}title").startswith("Liberia") and book.findtext(".//{*}language") == "en"
    anchors = {name: [e.get("id") for e in root.iter() if e.get("id")] for name, root in roots.items()}
    for name, root in roots.items():
        if not name.endswith(".xhtml"):
            continue
        assert len(anchors[name]) == len(set(anchors[name])), name
        for element in root.iter("{*}a", "{*}img", "{*}link"):
            where, _hash, anchor = (element.get("href") or element.get("src")).partition("#")
            if where.startswith(("http", "mailto")):
                continue
            target = posixpath.normpath(posixpath.join(posixpath.dirname(name), where)) if where else name
            assert target in parts and (not anchor or anchor in anchors[target]), (name, where, anchor)
        assert all(image.get("alt") for image in root.iter("{*}img"))


@pytest.fixture(scope="module")
def slides(materials, liberia, tmp_path_factory):
    order = Order(folder=tmp_path_factory.mktemp("slides"), template="slides", formats=("pptx",))
    return publish(liberia, order, materials).files[0]


def test_the_slides_are_whole(slides):
    with zipfile.ZipFile(slides) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    types = etree.fromstring(parts["[Content_Types].xml"])
    endings = {one.get("Extension") for one in types.iter("{*}Default")}
    named = {one.get("PartName").lstrip("/") for one in types.iter("{*}Override")}
    assert named <= parts.keys() and all(
        name in named or name.rpartition(".")[2] in endings for name in parts
    )
    for name, part in parts.items():
        root = etree.fromstring(part) if name.endswith((".xml", ".rels")) else None
        if not name.endswith(".rels") or root is None:
            continue
        folder = posixpath.dirname(posixpath.dirname(name))
        for relation in root:
            if relation.get("TargetMode") != "External":
                target = relation.get("Target")
                where = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
                assert posixpath.normpath(where) in parts, (name, target)


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_the_slides(slides, tmp_path):
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    convert = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(tmp_path),
        str(slides),
    ]
    done = subprocess.run(convert, check=True, capture_output=True, timeout=120)
    made = list(tmp_path.glob("*.pdf"))
    if not made:
        pytest.skip(f"LibreOffice cannot convert slides here: {done.stderr.decode()[:80]}")
    pages = [" ".join(sheet.extract_text().split()) for sheet in PdfReader(made[0]).pages]
    assert len(pages) == len(slides_of(slides)) and "Audience: Public" in pages[1]


@pytest.mark.slow
@pytest.mark.parametrize("format_key", ["docx", "odt"])
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_it(made, tmp_path, format_key):
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    convert = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(tmp_path),
        str(made[format_key]),
    ]
    subprocess.run(convert, check=True, capture_output=True, timeout=120)
    (converted,) = tmp_path.glob("*.pdf")
    text = " ".join(PdfReader(converted).pages[1].extract_text().split())
    assert "Status: Published" in text and "Page 2 /" in text and "LR-2003-001" in text


@pytest.mark.parametrize("format_key", FULL)
def test_figures_grades_and_absences_are_in_every_format(made, format_key):
    text = text_of(made[format_key])
    for words in (
        "Women among police officers",
        "17 (July 2011)",
        "B1",
        "looked for, none found",
        "not applicable",
        "(Nichols 2005)",
        "Nichols, Ryan. 2005.",
        "This copy was made for the audience “Public”.",
    ):
        assert words in text, words
    assert "Figures of the case with unit" not in text


def test_markdown_is_plain(made):
    text = made["md"].read_text(encoding="utf-8")
    assert text.count("\n# ") == 1 and "<div" not in text and "<table" not in text and "![" not in text


def test_a_narrower_audience_sees_more(materials, liberia, tmp_path):
    order = Order(folder=tmp_path, formats=("md",), audience=Sensitivity.INTERNAL)
    assert "Figures of the case with unit" in publish(liberia, order, materials).files[0].read_text(
        encoding="utf-8"
    )
