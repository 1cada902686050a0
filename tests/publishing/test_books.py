"""Reports of many cases: everything of each in one file, nothing twice, nothing mixed up."""

import datetime
import re
from pathlib import Path

import attrs
import page
import pytest
from pypdf import PdfReader

from casebook import paths
from casebook.domain.case import Case
from casebook.domain.records import RecordId, Sensitivity
from casebook.domain.sections.actors import Participant
from casebook.domain.sections.lessons import Lesson
from casebook.domain.sections.registry import Actor
from casebook.publishing.order import Order
from casebook.publishing.report import publish
from casebook.publishing.templates import find_template
from tests.publishing.formats import book_pages, evened, every_byte, text_of
from tests.publishing.planted import filled
from tests.publishing.sample import sample_case
from tests.publishing.test_reports import ARABIC, CHINESE, LATIN, endless

GOLDEN = Path(__file__).parent.parent / "golden"
BOOKS = ("lessons-digest", "casebook-volume")
FORMATS_OF = {name: find_template(name, [paths.templates()]).formats for name in BOOKS}
EACH = [(name, key) for name in BOOKS for key in FORMATS_OF[name]]
MADE_ON = datetime.date(2026, 3, 2)
SAMPLES = ("liberia", "iraq", "sierra-leone")


@pytest.fixture(scope="module")
def cases():
    return [sample_case(name) for name in SAMPLES]


@pytest.fixture(scope="module")
def made(materials, cases, tmp_path_factory):
    """Each book of three sample cases in each of its formats, for training."""
    found = {}
    for name in BOOKS:
        order = Order(
            folder=tmp_path_factory.mktemp(name),
            template=name,
            formats=FORMATS_OF[name],
            audience=Sensitivity.TRAINING,
            made_on=MADE_ON,
            title="Three partnerships",
        )
        published = publish(cases, order, materials)
        assert published.notices == ()
        found |= {(name, path.suffix[1:]): path for path in published.files}
    return found


def written(made_by, materials, name, folder, key="md", **choices):
    order = Order(folder=folder, template=name, formats=(key,), made_on=MADE_ON, **choices)
    return text_of(publish(made_by, order, materials).files[0])


@pytest.mark.parametrize(("name", "key"), EACH)
def test_every_case_is_in_the_book_in_every_format(made, cases, name, key):
    text = text_of(made[name, key])
    assert "Three partnerships" in text and "Training" in text
    for case in cases:
        assert case.ref_code in text
        assert all(evened(lesson.title) in text for lesson in case.lessons)


@pytest.mark.parametrize("name", BOOKS)
def test_the_pdf_passes_an_independent_check_of_pdf_ua(made, name):
    report = page.validate_pdf(str(made[name, "pdf"]), profile="ua1")
    assert report.is_compliant, [(failure.rule_id, failure.message) for failure in report.failures][:5]


def test_the_contents_name_the_page_each_chapter_begins_on(made, cases):
    reader = PdfReader(made["casebook-volume", "pdf"])
    pages = [evened(sheet.extract_text()) for sheet in reader.pages]
    contents = pages[1]
    for title in (*(case.title for case in cases), "Introduction", "Actors and where they appear", "Sources"):
        number = int(re.search(re.escape(title) + r"[ .]*(\d+)", contents)[1])
        assert title in pages[number - 1], title
    chapters = {
        entry.title: reader.get_destination_page_number(entry)
        for entry in reader.outline
        if not isinstance(entry, list)
    }
    liberia = re.search(r"AFL \(National military\): LR-2003-001 \((\d+)\)", " ".join(pages))
    assert int(liberia[1]) == chapters[cases[0].title] + 1


def test_the_index_says_in_which_cases_an_actor_appears(materials, tmp_path):
    def with_actors(code, *actors):
        parts = tuple(Participant(actor=actor.id) for actor in actors)
        return Case(title=f"Case {code}", ref_code=code, actors=parts, actor_records=actors)

    un = Actor(id=RecordId("un"), name="United Nations")
    au = Actor(id=RecordId("au"), name="African Union")
    text = written(
        [with_actors("A-1", un), with_actors("B-2", au, un)], materials, "casebook-volume", tmp_path
    )
    index = text[text.rindex("Actors and where they appear") :]
    assert "African Union: B-2" in index and "United Nations: A-1, B-2" in index
    assert index.index("African Union") < index.index("United Nations")


def test_a_lesson_keeps_its_chain_its_case_and_its_place_by_area(materials, tmp_path):
    parts = {
        "observation": "Seen.",
        "discussion": "Because.",
        "conclusion": "Hence.",
        "recommendation": "Do.",
    }
    one = Case(
        title="One", ref_code="A-1", lessons=(Lesson(title="Late", capability_area="training", **parts),)
    )
    two = Case(
        title="Two",
        ref_code="B-2",
        lessons=(Lesson(title="Early", capability_area="doctrine"), Lesson(title="Loose")),
    )
    text = written([one, two], materials, "lessons-digest", tmp_path)
    body = text[text.rindex("Doctrine Early") :]
    assert body.index("Early") < body.index("Training") < body.index("No area named")
    assert "Case: A-1" in text
    chain = [
        text.index(words)
        for words in ("Observation: Seen.", "Discussion: Because.", "Conclusion: Hence.", "Do.")
    ]
    assert chain == sorted(chain)


@pytest.mark.parametrize("name", BOOKS)
def test_cases_without_anything_make_an_honest_book(materials, tmp_path, name):
    order = Order(folder=tmp_path, template=name, formats=FORMATS_OF[name])
    made = publish([Case(), Case()], order, materials)
    assert made.notices == ()
    said = {
        "lessons-digest": "No lesson is recorded in these cases yet",
        "casebook-volume": "Sections not recorded",
    }
    for path in made.files:
        assert "Untitled case" in text_of(path) and said[name] in text_of(path)


@pytest.mark.parametrize("name", BOOKS)
def test_no_anchor_and_no_picture_is_there_twice(made, name):
    html = made[name, "html"].read_text(encoding="utf-8")
    ids = re.findall(r'\sid="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    targets = re.findall(r'href="#([^"]+)"', html)
    assert set(targets) <= set(ids) and (targets or name == "lessons-digest")
    pictures = re.findall(r'src="(data:[^"]+)"', html)
    assert len(pictures) == len(set(pictures)) and (pictures or name == "lessons-digest")


def test_a_source_two_cases_share_stands_once_in_the_bibliography(made, materials, tmp_path, liberia):
    again = attrs.evolve(liberia, id=RecordId("other"), title="Liberia again", ref_code="LR-2")
    text = written([liberia, again], materials, "casebook-volume", tmp_path)
    assert text.count("Nichols, Ryan. 2005.") == 1 and text.count("(Nichols 2005)") > 4
    assert "2005a" not in text[text.index("Nichols, Ryan") :][:200]


def test_one_actor_bears_one_pseudonym_in_all_cases_of_a_book(materials, tmp_path):
    elders = Actor(id=RecordId("e"), name="Elders of Gbarnga", aliases=("EOG",), pseudonym="Group Quartz")
    part = (Participant(actor=elders.id),)
    strict = attrs.evolve(elders, sensitivity=Sensitivity.PARTNER)
    cases = [
        Case(title="One", context="The EOG met.", actors=part, actor_records=(strict,)),
        Case(title="Two", context="Elders of Gbarnga met.", actors=part, actor_records=(elders,)),
        Case(title="What the EOG did", lessons=(Lesson(title="Ask the EOG first"),)),
    ]
    for name in BOOKS:
        order = Order(folder=tmp_path / name, template=name, formats=FORMATS_OF[name])
        made = publish(cases, order, materials)
        assert made.receipt.pseudonymised == 1 and made.receipt.named == ()
        for path in made.files:
            found = every_byte(path)
            assert "Gbarnga" not in found and "EOG" not in found and "Group Quartz" in found, path.name


@pytest.mark.parametrize("name", BOOKS)
@pytest.mark.parametrize(
    "words", [LATIN, ARABIC, CHINESE, "x" * 4000], ids=["latin", "rtl", "cjk", "one-word"]
)
def test_endless_cases_in_any_script_make_a_book(materials, tmp_path, name, words):
    cases = [endless(words[:200], 1), attrs.evolve(endless(words[:200], 1), id=RecordId("second"))]
    order = Order(folder=tmp_path, template=name, formats=FORMATS_OF[name], audience=Sensitivity.INTERNAL)
    for path in publish(cases, order, materials).files:
        assert words[:12] in text_of(path) or path.suffix == ".pdf", path.name


@pytest.mark.parametrize("name", BOOKS)
@pytest.mark.parametrize("key", ["md", "html"])
def test_the_book_is_what_it_was(materials, tmp_path, update_golden, name, key):
    cases = [filled(), attrs.evolve(filled(), id=RecordId("id-of-second"), ref_code="SECOND")]
    order = Order(
        folder=tmp_path, template=name, formats=(key,), audience=Sensitivity.INTERNAL, made_on=MADE_ON
    )
    made = publish(cases, order, materials).files[0].read_text(encoding="utf-8")
    made = re.sub(r"(data:image/svg\+xml);base64,[^\"]+", r"\1", made)
    made = made[made.index("<body>") :] if key == "html" else made
    expected = GOLDEN / f"{name}.{key}"
    if update_golden:
        expected.write_text(made, encoding="utf-8")
    assert made == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", BOOKS)
def test_the_e_book_is_read_in_the_order_of_the_report(made, cases, name):
    first, *rest = book_pages(made[name, "epub"])
    assert "Three partnerships" in first
    text = text_of(made[name, "epub"])
    if name == "casebook-volume":
        chapters = [
            re.search(rf"<h1[^>]*>{re.escape(case.title)}</h1>", "".join(rest)).start() for case in cases
        ]
        assert chapters == sorted(chapters)
    assert text.index("Status") < text.index("This copy was made for the audience")
