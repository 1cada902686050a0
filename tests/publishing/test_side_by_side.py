"""What the template of a comparison is given: rows in words, what stands in one case only gathered, findings kept."""

import attrs
import pytest

from casebook.domain.receipt import Receipt
from casebook.domain.records import Sensitivity
from casebook.domain.synthesis import Finding, FindingState, Synthesis
from casebook.domain.wording import Wording
from casebook.publishing.bibliography import Bibliography
from casebook.publishing.order import Order
from casebook.publishing.reading import Reading
from casebook.publishing.report import typeset
from casebook.publishing.side_by_side import side_by_side
from tests.publishing.sample import sample_case, vocabularies

WORDS = Wording(vocabularies=vocabularies())


@pytest.fixture(scope="module")
def cases():
    return [sample_case("liberia"), sample_case("sierra-leone")]


def compared(cases, tmp_path, **choices):
    receipts = [Receipt(audience=Sensitivity.INTERNAL) for _case in cases]
    chapters = []
    for case, receipt in zip(cases, receipts, strict=True):
        reading = Reading(case=case, receipt=receipt, wording=WORDS, bibliography=Bibliography())
        declared = case.declaration
        chapters.append(
            {
                "parts": reading.parts(),
                "sections": reading.sections(declared.top_sections),
                "shared": reading.sections(declared.shared_sections),
            }
        )
    order = Order(folder=tmp_path, **choices)
    return side_by_side(list(zip(cases, receipts, strict=True)), chapters, order, WORDS)()


def block(made, title):
    return next(one for one in made.blocks if one.title == title)


def test_what_all_share_has_a_line_and_what_one_has_is_gathered(cases, tmp_path):
    lines = block(compared(cases, tmp_path), "Frameworks used").lines
    by_label = {str(line.label): line for line in lines}
    reform = by_label["Security sector reform"]
    assert reform.state == "shared by all" and all(side.items[0].symbol == "●" for side in reform.sides)
    alone = by_label["Nothing beside it"]
    liberia = {str(item.html) for item in alone.sides[0].items}
    assert liberia and all(item.symbol == "○" for side in alone.sides for item in side.items)
    assert not liberia & {str(item.html) for item in alone.sides[1].items}


def test_running_texts_are_read_one_below_the_other(cases, tmp_path):
    narrative = block(compared(cases, tmp_path), "Narrative")
    assert narrative.lines == () and str(narrative.running[0].label) == "Context"
    assert all("<p>" in side.block for side in narrative.running[0].sides)


def test_figures_say_from_where_to_where(cases, tmp_path):
    made = compared(cases, tmp_path)
    told = [
        item.figure
        for one in made.blocks
        for line in one.lines
        for side in line.sides
        for item in side.items
        if item.figure
    ]
    assert told and all(" → " in figure for figure in told)
    assert any("(target " in figure for figure in told)


def test_left_out_sections_are_not_compared_and_the_order_is_the_one_chosen(cases, tmp_path):
    made = compared(cases, tmp_path, left_out=("narrative", "outcomes"), sections=("lessons", "overview"))
    titles = [one.title for one in made.blocks]
    assert titles[:2] == ["Lessons", "Overview"] and "Narrative" not in titles
    assert not any(title.startswith("Outcomes") for title in titles)


def test_only_differences(cases, tmp_path):
    made = compared(cases, tmp_path, only_differences=True)
    assert {words for _symbol, words, _count in made.states} == {"only in one", "differing"}


def test_findings_and_questions_are_gathered_whatever_is_shown(cases, tmp_path):
    asked = Finding(text="Which *year*?", state=FindingState.NEEDS_INFORMATION)
    synthesis = Synthesis(name="Neighbours", findings={"overview/scope": asked})
    made = compared(cases, tmp_path, synthesis=synthesis, only_differences=True)
    assert made.title == "Neighbours" and compared(cases, tmp_path).title == "Comparison of 2 cases"
    ((found,), (waits,)) = (made.found, made.asked)
    assert found is not None and str(found.label) == "Scope" and "<em>year</em>" in found.finding
    assert found.finding_state == "needs information" and waits.key == "overview/scope"
    assert made.progress.waiting == 0 and compared(cases, tmp_path, synthesis=synthesis).progress.waiting == 1


def test_hostile_words_of_a_finding_come_out_as_typed(cases, materials, tmp_path):
    typed = "<script>alert(1)</script> {{7*7}} #eval(1)"
    synthesis = Synthesis(findings={"overview/scope": Finding(text=typed)})
    small = [attrs.evolve(case, **dict.fromkeys(case.declaration.sections, ())) for case in cases]
    order = Order(
        folder=tmp_path, template="comparison-paper", audience=Sensitivity.INTERNAL, synthesis=synthesis
    )
    pages = typeset(small, order, materials)
    from io import BytesIO

    from pypdf import PdfReader

    said = " ".join("".join(sheet.extract_text() for sheet in PdfReader(BytesIO(pages.pdf)).pages).split())
    assert "<script>alert(1)</script>" in said and "{{7*7}}" in said and "#eval(1)" in said
