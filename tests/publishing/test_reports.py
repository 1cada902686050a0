"""Every short report, from a full, an empty and an endless case, in every format."""

import datetime
import re
import zipfile
from pathlib import Path

import attrs
import page
import pytest
from pypdf import PdfReader

from casebook import paths
from casebook.domain.case import CASE, Case
from casebook.domain.fields import Kind
from casebook.domain.records import RecordId, Sensitivity
from casebook.domain.sections.teaching import Exercise, Question, TeachingKit
from casebook.publishing.order import Order
from casebook.publishing.report import publish
from casebook.publishing.templates import find_template, find_templates
from tests.publishing.formats import every_byte, slides_of, squeezed, text_of
from tests.publishing.planted import filled, token

GOLDEN = Path(__file__).parent.parent / "golden"
REPORTS = (
    "participant-handout",
    "facilitator-guide",
    "commanders-brief",
    "evaluation-brief",
    "card",
    "slides",
)
FORMATS_OF = {name: find_template(name, [paths.templates()]).formats for name in REPORTS}
EACH = [(name, key) for name in REPORTS for key in FORMATS_OF[name]]
BUDGETS = {"participant-handout": 2, "commanders-brief": 1, "evaluation-brief": 4, "card": 1}
MADE_ON = datetime.date(2026, 3, 2)

TYPED = {
    (key, spec.name)
    for key, specs in [("", CASE.header), *((k, s.fields) for k, s in CASE.sections.items())]
    for spec in specs
    if spec.kind in (Kind.LINE, Kind.PROSE, Kind.CHIPS)
}
LATIN = "A sentence that goes on for a while about what was agreed. " * 60
ARABIC = "اتفق الطرفان على وقف إطلاق النار في العاصمة. " * 60
CHINESE = "双方在首都签署了和平协议并开始解除武装。" * 60


def endless(words: str, times: int = 30) -> Case:
    """A case with many entries in each section and far too much text in each field."""
    case = filled(words=lambda key, field: words if (key, field) in TYPED else "term")
    for key, spec in case.declaration.sections.items():
        (record,) = case.section(key)
        more = () if spec.shared else range(times)
        copies = tuple(attrs.evolve(record, id=f"{record.id}-{number}") for number in more)
        case = case.with_section(key, (record, *copies))
    return case


def made_of(case: Case, name: str, folder: Path, materials, **choices):
    order = Order(folder=folder, template=name, made_on=MADE_ON, **choices)
    return publish(case, order, materials)


@pytest.fixture(scope="module")
def from_liberia(materials, liberia, tmp_path_factory):
    """Each report of the Liberia sample in each of its formats, for training."""
    made = {}
    for name in REPORTS:
        published = made_of(
            liberia,
            name,
            tmp_path_factory.mktemp(name),
            materials,
            formats=FORMATS_OF[name],
            audience=Sensitivity.TRAINING,
        )
        assert published.notices == ()
        made |= {(name, path.suffix[1:]): path for path in published.files}
    return made


def page_count(path: Path) -> int:
    return len(PdfReader(path).pages)


def test_every_report_is_listed_with_what_it_is_for():
    names = [template.name for template in find_templates([paths.templates()])]
    assert names == ["full-report", *REPORTS, "lessons-digest", "casebook-volume"]
    for name in REPORTS:
        template = find_template(name, [paths.templates()])
        assert template.title and len(template.description) > 40
        assert template.max_pages == BUDGETS.get(name, 0)


@pytest.mark.parametrize(("name", "key"), EACH)
def test_the_sample_makes_every_report_in_every_format(from_liberia, name, key):
    text = squeezed(text_of(from_liberia[name, key]))
    for words in ("Liberia:fromWestAfricanvanguard", "4August2003", "ECOWAS", "Training", "2March2026"):
        assert words in text, words


@pytest.mark.parametrize("name", REPORTS)
def test_the_pdf_passes_an_independent_check_of_pdf_ua_and_keeps_its_pages(from_liberia, name):
    path = from_liberia[name, "pdf"]
    report = page.validate_pdf(str(path), profile="ua1")
    assert report.is_compliant, [(failure.rule_id, failure.message) for failure in report.failures][:5]
    assert page_count(path) <= BUDGETS.get(name, 99)


@pytest.mark.parametrize("name", REPORTS)
@pytest.mark.parametrize(
    "words", [LATIN, ARABIC, CHINESE, "x" * 4000], ids=["latin", "rtl", "cjk", "one-word"]
)
def test_an_endless_case_keeps_to_the_pages_and_says_what_was_cut(materials, tmp_path, name, words):
    if name not in BUDGETS and words is not LATIN:
        pytest.skip("without a budget the length of a script changes nothing")
    case = endless(words, 30 if name in BUDGETS else 1)
    formats = ("pdf", {"card": "html", "slides": "pptx"}.get(name, "md"))
    made = made_of(case, name, tmp_path, materials, formats=formats, audience=Sensitivity.INTERNAL)
    assert page_count(made.files[0]) <= BUDGETS.get(name, 99)
    assert not [notice for notice in made.notices if "at most" in notice]
    if name in BUDGETS:
        assert "shortened to fit" in text_of(made.files[1])
    if name == "commanders-brief":
        assert re.search(r"\d+ more actors, \d+ more outcomes, \d+ more challenges", text_of(made.files[1]))


@pytest.mark.parametrize("name", [name for name in REPORTS if "odt" in FORMATS_OF[name]])
def test_an_endless_case_goes_into_word_and_opendocument(materials, tmp_path, name):
    made = made_of(endless(LATIN[:900], 1), name, tmp_path, materials, formats=("docx", "odt", "html"))
    assert all("A sentence that goes on for a while" in text_of(path) for path in made.files)


@pytest.mark.parametrize("name", REPORTS)
def test_an_empty_case_is_honest_and_still_useful(materials, tmp_path, name):
    made = made_of(Case(), name, tmp_path, materials, formats=FORMATS_OF[name])
    assert made.notices == () and page_count(made.files[0]) == (2 if name == "slides" else 1)
    said = {
        "participant-handout": "no teaching kit yet",
        "facilitator-guide": "no teaching kit yet",
        "commanders-brief": "Nothing is recorded yet",
        "evaluation-brief": "Nothing is recorded yet of outcomes",
        "slides": "What would you have done?",
        "card": "No lesson is recorded yet",
    }
    for path in made.files:
        assert "Untitled case" in text_of(path) and said[name] in text_of(path)


@pytest.mark.parametrize("key", FORMATS_OF["participant-handout"])
def test_participants_never_see_what_is_for_facilitators(from_liberia, materials, tmp_path, key):
    case = filled()
    folder = tmp_path / key
    (path,) = made_of(
        case, "participant-handout", folder, materials, formats=(key,), audience=Sensitivity.INTERNAL
    ).files
    everything = every_byte(path)
    assert token("questions", "text") in squeezed(text_of(path))
    for section, field in (
        ("questions", "expected_points"),
        ("questions", "follow_ups"),
        ("teaching_kits", "reveal"),
        ("teaching_kits", "facilitator_notes"),
        ("exercises", "instructions"),
    ):
        assert token(section, field) not in everything, field
    text = text_of(from_liberia["participant-handout", key])
    assert (
        "Why did disarmament need a second start? (10 min)" in text and "Riots by former fighters" not in text
    )


@pytest.mark.parametrize("key", ["md", "html", "docx", "odt"])
def test_the_guide_has_all_a_facilitator_needs(from_liberia, key):
    text = text_of(from_liberia["facilitator-guide", key])
    for words in (
        "Riots by former fighters in the capital",
        "Which of these could have been known on 1 December 2003?",
        "Lay the events on the floor in order",
        "Seventeen event cards",
        "The programme resumed in April 2004",
        "Some participants may have served in Liberia",
        "usually reliable; confirmed by other sources",
        "Together: 90 minutes. That is the whole of the 90 minutes planned",
    ):
        assert words in text, words


def test_for_the_public_the_guide_says_what_is_withheld(materials, liberia, tmp_path):
    made = made_of(liberia, "facilitator-guide", tmp_path, materials, formats=("md", "html"))
    for path in made.files:
        text = text_of(path)
        assert "Parts of this guide are withheld from the audience “Public”" in text
        assert text.count("withheld from this audience") >= 14
        for secret in (
            "Riots by former fighters",
            "The programme resumed in April 2004",
            "have served in Liberia",
        ):
            assert secret not in every_byte(path)


@pytest.mark.parametrize("name", ["participant-handout", "facilitator-guide"])
def test_a_withheld_kit_is_called_withheld(materials, tmp_path, name):
    kit = TeachingKit(id=RecordId("k"), audience="Secretgroup", sensitivity=Sensitivity.PARTNER)
    case = Case(title="T", teaching_kits=(kit,))
    (path,) = made_of(case, name, tmp_path, materials, formats=("md",)).files
    text = text_of(path)
    assert "teaching kit of this case is withheld from this audience" in text and "Secretgroup" not in text


@pytest.mark.parametrize(
    ("duration", "minutes", "sentence"),
    [
        (40, (10, 20), "Together: 40 minutes. That is the whole of the 40 minutes planned"),
        (60, (10, 20), "Together: 40 minutes. Of the 60 minutes planned, 20 are left"),
        (30, (10, 20), "Together: 40 minutes. That is 10 minutes more than the 30 planned"),
        (None, (10, 20), "Together: 40 minutes. The kit does not say how long the session is."),
        (60, (10, None), "Together: 20 minutes. Steps without a time: 1; the sum is too low by theirs."),
    ],
)
def test_the_plan_of_a_session_adds_up_or_says_by_how_much_not(
    materials, tmp_path, duration, minutes, sentence
):
    first, second = minutes
    case = Case(
        title="T",
        teaching_kits=(TeachingKit(id=RecordId("k"), audience="A", duration=duration),),
        questions=(
            Question(id=RecordId("q1"), parent=RecordId("k"), text="One?", minutes=first),
            Question(id=RecordId("q2"), parent=RecordId("k"), text="Two?", minutes=second),
        ),
        exercises=(Exercise(id=RecordId("e"), parent=RecordId("k"), title="Walk", minutes=10),),
    )
    (path,) = made_of(case, "facilitator-guide", tmp_path, materials, formats=("md",)).files
    text = text_of(path)
    assert sentence in text
    begins = "30" if second else "–"
    assert f"{begins} 10 Exercise 1. Walk" in text


def test_the_guide_holds_every_kit_and_the_handout_the_first(materials, tmp_path):
    kits = tuple(
        TeachingKit(id=RecordId(f"k{n}"), audience=f"Group {n}", objectives=f"Aim {n}") for n in (1, 2)
    )
    case = Case(title="T", teaching_kits=kits)
    guide, handout = (
        text_of(made_of(case, name, tmp_path, materials, formats=("md",)).files[0])
        for name in ("facilitator-guide", "participant-handout")
    )
    assert guide.index("Session 1: Group 1") < guide.index("Session 2: Group 2")
    assert "Aim 1" in handout and "Aim 2" not in handout


def test_the_card_is_read_aloud_once_though_it_is_printed_twice(from_liberia):
    path = from_liberia["card", "pdf"]
    assert text_of(path).count("Have funds and places") == 2
    assert len(PdfReader(path).outline) == 1
    assert text_of(from_liberia["card", "html"]).count("Have funds and places") == 1


@pytest.mark.parametrize("name", REPORTS)
@pytest.mark.parametrize("key", ["md", "html"])
def test_the_report_is_what_it_was(materials, tmp_path, update_golden, name, key):
    if key not in FORMATS_OF[name]:
        pytest.skip("not a format of this report")
    (path,) = made_of(
        filled(), name, tmp_path, materials, formats=(key,), audience=Sensitivity.INTERNAL
    ).files
    made = re.sub(r"(data:image/svg\+xml);base64,[^\"]+", r"\1", path.read_text(encoding="utf-8"))
    made = made[made.index("<body>") :] if key == "html" else made
    expected = GOLDEN / f"{name}.{key}"
    if update_golden:
        expected.write_text(made, encoding="utf-8")
    assert made == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "words", [LATIN, ARABIC, CHINESE, "x" * 4000], ids=["latin", "rtl", "cjk", "one-word"]
)
def test_each_slide_is_one_page_however_long_the_case(materials, tmp_path, words):
    made = made_of(
        endless(words, 12),
        "slides",
        tmp_path,
        materials,
        formats=("pdf", "pptx"),
        audience=Sensitivity.INTERNAL,
    )
    pages, slides = (
        [page.extract_text() for page in PdfReader(made.files[0]).pages],
        slides_of(made.files[1]),
    )
    assert len(pages) == len(slides) and 7 <= len(slides) <= 11
    titles = [shown.splitlines()[0] for shown, _notes in slides[1:]]
    assert [title for title, page in zip(titles, pages[1:], strict=True) if title not in page] == []
    # A slide holds few words, whatever its notes hold.
    assert max(len(shown) for shown, _notes in slides) < 1200


def test_slides_show_little_and_their_notes_tell_the_facilitator_the_rest(from_liberia):
    slides = {
        shown.splitlines()[0]: (shown, notes) for shown, notes in slides_of(from_liberia["slides", "pptx"])
    }
    assert 8 <= len(slides) <= 10
    discuss, said = slides["Discuss"]
    assert "Why did disarmament need a second start?" in discuss and "Riots by former fighters" not in discuss
    assert "Riots by former fighters in the capital" in said and "could have been known" in said
    assert "The programme resumed in April 2004" in slides["What changed"][1]
    assert list(slides).index("Discuss") < list(slides).index("What changed")
    every = text_of(from_liberia["slides", "pdf"])
    assert "Riots by former fighters" not in every and "Turning points" in every


def test_slides_describe_their_charts_and_say_status_and_audience(from_liberia):
    with zipfile.ZipFile(from_liberia["slides", "pptx"]) as archive:
        parts = {name: archive.read(name).decode("utf-8", "replace") for name in archive.namelist()}
    described = [
        words
        for name, part in parts.items()
        if name.startswith("ppt/slides/slide")
        for words in re.findall(r'<p:cNvPr[^>]*descr="([^"]*)"', part)
    ]
    assert len(described) == 2 and all(len(words) > 100 and "assets/" not in words for words in described)
    assert "Status: Published · Audience: Training" in parts["ppt/slideMasters/slideMaster1.xml"]
    assert sum(name.endswith(".png") for name in parts) == 2


def test_for_the_public_the_notes_say_what_is_withheld(materials, liberia, tmp_path):
    (path,) = made_of(liberia, "slides", tmp_path, materials, formats=("pptx",)).files
    assert "withheld from this audience" in text_of(path)
    for secret in (
        "Riots by former fighters",
        "The programme resumed in April 2004",
        "have served in Liberia",
    ):
        assert secret not in every_byte(path)


def test_the_evaluation_brief_has_what_a_judgement_needs(from_liberia):
    text = text_of(from_liberia["evaluation-brief", "md"])
    for words in (
        "By late 2004 more than 100,000 people had gone through disarmament",
        "0 (6 December 2003)",
        "17 (July 2011)",
        "Nearly all said that security had improved",
        "Relevance Highly satisfactory",
        "Efficiency Not assessed",
        "No graded source",
    ):
        assert words in text, words
    assert text.index("A1") < text.index("B1") < text.index("C2")


def test_two_cards_fill_a_sheet_to_cut_apart(from_liberia):
    (sheet,) = PdfReader(from_liberia["card", "pdf"]).pages
    width, height = (float(side) for side in sheet.mediabox[2:])
    assert (round(width), round(height)) == (595, 842)
    places = []

    def note(text, matrix, _text_matrix, _font, _size):
        if text.strip().startswith("Liberia:"):
            places.append(matrix[5])

    sheet.extract_text(visitor_text=note)
    upper, lower = sorted(places, reverse=True)
    assert abs((upper - lower) - height / 2) < 2 and upper > height / 2 > lower


def test_the_words_of_the_slides_are_what_they_were(materials, tmp_path, update_golden):
    (path,) = made_of(
        filled(), "slides", tmp_path, materials, formats=("pptx",), audience=Sensitivity.INTERNAL
    ).files
    made = "\n\n".join(f"{shown}\n--- notes\n{notes}".strip() for shown, notes in slides_of(path)) + "\n"
    expected = GOLDEN / "slides.txt"
    if update_golden:
        expected.write_text(made, encoding="utf-8")
    assert made == expected.read_text(encoding="utf-8")
