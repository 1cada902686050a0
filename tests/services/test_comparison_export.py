"""A comparison on paper and as a workbook, for an audience, whole or not at all."""

import attrs
import page
import pytest

from casebook.domain.errors import AudienceError, PublishError
from casebook.domain.records import Sensitivity
from casebook.domain.synthesis import Finding, FindingState, Synthesis
from casebook.publishing.order import Order
from casebook.services.comparing import compare, usual_wording
from casebook.services.comparison_export import ComparisonWish, export_comparison, export_to
from casebook.services.publishing import Manuscript
from tests.exchange.test_grid_files import read
from tests.publishing.formats import every_byte, text_of
from tests.publishing.sample import sample_case

SECRET = "Zebedee Quux"


@pytest.fixture(scope="module")
def cases():
    liberia = sample_case("liberia")
    hidden = attrs.evolve(
        liberia.challenges[0], id="hidden", title=SECRET, sensitivity=Sensitivity.INTERNAL, description=SECRET
    )
    return liberia.with_section("challenges", (*liberia.challenges, hidden)), sample_case("sierra-leone")


@pytest.fixture(scope="module")
def synthesis(cases):
    rows = compare(cases, usual_wording()).rows
    shared = next(row.key for row in rows if row.label == "Security sector reform")
    title = next(row.key for row in rows if row.label == "Scope")
    return Synthesis(
        name="Two neighbours",
        findings={
            shared: Finding(text="Both **rebuilt** the police.", state=FindingState.DECIDED),
            title: Finding(text="", state=FindingState.NEEDS_INFORMATION),
        },
    )


def wish(cases, synthesis, folder, **choices):
    return ComparisonWish(
        manuscripts=tuple(Manuscript(case=case, files={}) for case in cases),
        synthesis=synthesis,
        order=Order(folder=folder, **choices),
    )


@pytest.fixture(scope="module")
def exported(cases, synthesis, tmp_path_factory):
    folder = tmp_path_factory.mktemp("comparison")
    made = export_comparison(wish(cases, synthesis, folder, formats=("pdf", "docx", "html", "xlsx")))
    return made, {file.suffix[1:]: file for file in made.files}


def test_all_formats_lie_under_the_name_of_the_comparison(exported):
    made, files = exported
    assert set(files) == {"pdf", "docx", "html", "xlsx"} and len(made.digests) == 4
    assert {file.stem for file in files.values()} == {"two-neighbours comparison-paper public"}
    assert {file.parent for file in files.values()} == {files["pdf"].parent}


@pytest.mark.parametrize("form", ["pdf", "docx", "html"])
def test_the_paper_says_what_is_shared_and_what_was_found(exported, form):
    said = " ".join(text_of(exported[1][form]).split())
    assert "Two neighbours" in said and "Both rebuilt the police." in said and "decided" in said
    assert "shared by all" in said and "looked for, none found" in said
    assert said.index("What needs information") < said.index("Overview")
    assert "LR-2003-001" in said and "SL-1999-001" in said


def test_the_pdf_passes_an_independent_check_of_pdf_ua(exported):
    report = page.validate_pdf(str(exported[1]["pdf"]), profile="ua1")
    assert report.is_compliant, [(failure.rule_id, failure.message) for failure in report.failures][:5]


@pytest.mark.parametrize("form", ["pdf", "docx", "html", "xlsx"])
def test_what_is_withheld_is_in_no_byte(exported, form):
    assert SECRET not in every_byte(exported[1][form])
    assert exported[0].receipt.counts["challenges"] >= 1


def test_own_eyes_see_it(cases, synthesis, tmp_path):
    made = export_comparison(
        wish(cases, synthesis, tmp_path, formats=("xlsx",), audience=Sensitivity.INTERNAL)
    )
    sheets, _xml = read(made.files[0].read_bytes())
    assert any(
        SECRET in text for row in sheets["Side by side"] for _kind, text in row if isinstance(text, str)
    )


def test_only_differences_leave_out_what_is_the_same(cases, synthesis, tmp_path):
    made = export_comparison(
        wish(cases, synthesis, tmp_path, formats=("xlsx", "html"), only_differences=True)
    )
    book = next(file for file in made.files if file.suffix == ".xlsx")
    states = {row[2][1] for row in read(book.read_bytes())[0]["Side by side"][1:]}
    assert "shared by all" not in states and "differing" in states
    # A finding stays, whatever its row.
    paper = next(file for file in made.files if file.suffix == ".html")
    assert "Both rebuilt the police." in " ".join(text_of(paper).split())


def test_one_file_under_just_this_name_and_never_over_another(cases, synthesis, tmp_path):
    target = tmp_path / "mine.xlsx"
    assert export_to(wish(cases, synthesis, tmp_path), target).files == (target,)
    before = target.read_bytes()
    with pytest.raises(PublishError, match="is there already"):
        export_to(wish(cases, synthesis, tmp_path), target)
    assert target.read_bytes() == before
    with pytest.raises(PublishError, match="one of these endings"):
        export_to(wish(cases, synthesis, tmp_path), tmp_path / "mine.exe")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["mine.xlsx"]


def test_nothing_is_written_when_it_may_not_be_or_is_stopped(cases, synthesis, tmp_path):
    secret = attrs.evolve(cases[0], sensitivity=Sensitivity.INTERNAL)
    with pytest.raises(AudienceError):
        export_comparison(wish((secret, cases[1]), synthesis, tmp_path, formats=("xlsx", "pdf")))
    with pytest.raises(PublishError, match="Stopped"):
        export_comparison(wish(cases, synthesis, tmp_path, formats=("xlsx",)), cancelled=lambda: True)
    with pytest.raises(PublishError, match="at least one format"):
        export_comparison(wish(cases, synthesis, tmp_path, formats=()))
    assert list(tmp_path.iterdir()) == []
