"""A report converted piece by piece is the report converted as a whole, and an edit costs its piece alone."""

import datetime
import io
import re

import attrs
import pytest
from pypdf import PdfReader

from casebook import paths
from casebook.domain.records import Sensitivity
from casebook.publishing import typst_markup as module
from casebook.publishing.job import REPORT
from casebook.publishing.order import Order
from casebook.publishing.report import publish, typeset
from casebook.publishing.templates import find_templates
from casebook.publishing.typst_markup import CHAPTER, SECTION, lay_out_pieces, typst_markup
from tests.publishing.sample import sample_case

SAMPLES = sorted(path.stem for path in (paths.resources() / "sample").glob("*.json"))
IN_PAGES = [
    template.name
    for template in find_templates([paths.templates()])
    if not template.many and (not template.formats or "pdf" in template.formats)
]
LOOKED_AT = [(name, "liberia") for name in IN_PAGES] + [
    ("full-report", name) for name in SAMPLES if name != "liberia"
]


@pytest.fixture(autouse=True)
def nothing_kept(monkeypatch):
    monkeypatch.setattr(module, "_KEPT", module._Kept())


def in_one_piece(monkeypatch):
    monkeypatch.setattr(module, "_KEPT", module._Kept())
    monkeypatch.setattr(module, "CHAPTER", "nowhere")
    monkeypatch.setattr(module, "SECTION", "nowhere")


def order_of(name, **choices):
    return Order(
        folder=paths.resources(),
        template=name,
        formats=("pdf",),
        audience=Sensitivity.TRAINING,
        made_on=datetime.date(2026, 3, 2),
        **choices,
    )


@pytest.mark.parametrize(("name", "sample"), LOOKED_AT)
def test_a_report_in_pieces_is_the_report_as_a_whole(materials, monkeypatch, name, sample):
    case = sample_case(sample)
    pieces = typeset(case, order_of(name), materials).pdf
    in_one_piece(monkeypatch)
    assert typeset(case, order_of(name), materials).pdf == pieces


@pytest.mark.parametrize("name", [one.name for one in find_templates([paths.templates()]) if one.many])
def test_a_report_of_many_cases_too(materials, monkeypatch, name):
    cases = [sample_case(sample) for sample in ("iraq", "nato-african-union")]
    pieces = typeset(cases, order_of(name), materials).pdf
    in_one_piece(monkeypatch)
    assert typeset(cases, order_of(name), materials).pdf == pieces


def test_the_pages_after_an_edit_are_those_the_export_makes(materials, monkeypatch, tmp_path):
    """Also where notes, whose numbers and short forms depend on each other, stand in many pieces."""
    case = sample_case("iraq")
    order = order_of("full-report", citation_style="chicago-notes-bibliography")
    before = typeset(case, order, materials).pdf
    first, *others = case.timeline
    told = attrs.evolve(first, description=f"{first.description} And *more*.")
    edited = attrs.evolve(case, title="Another title").with_section("timeline", (told, *others))
    after = typeset(edited, order, materials).pdf
    in_one_piece(monkeypatch)
    (file,) = publish(edited, attrs.evolve(order, folder=tmp_path), materials).files
    assert file.read_bytes() == after != before


def laid_out(job, *pieces):
    (job.folder / REPORT).write_text("".join(pieces), encoding="utf-8")
    for part in job.folder.glob("part-*"):
        part.unlink()
    return "\n\n".join(typst_markup(job))


def given_to_pandoc(job):
    return "".join(part.read_text(encoding="utf-8") for part in job.folder.glob("part-*.html"))


def test_only_what_was_edited_is_converted_again(job):
    before = laid_out(job, "<p>a</p>", f"{SECTION}<p>b</p>", f"{SECTION}<p>c</p>")
    assert before.split() == ["a", "b", "c"]
    after = laid_out(job, "<p>a</p>", f"{SECTION}<p>B <em>2</em></p>", f"{SECTION}<p>c</p>")
    assert after.split() == ["a", "B", "#emph[2]", "c"]
    assert given_to_pandoc(job) == f"{SECTION}<p>B <em>2</em></p>"
    assert laid_out(job, "<p>a</p>", f"{SECTION}<p>c</p>").split() == ["a", "c"]
    assert given_to_pandoc(job) == ""


def test_no_text_ends_a_piece(job):
    text = '<pre><code>// &quot;0123456789abcdef&quot;\nx</code></pre><div class="cut" data-mark="a&#10;b">y</div>'
    made = laid_out(job, text, f"{SECTION}<p>end</p>")
    assert '// "0123456789abcdef"\nx' in made and made.rstrip().endswith("end")
    assert '// "a b"' in made and "\nb" not in made


def test_a_piece_is_made_anew_when_a_picture_stands_in_for_its_drawing(job):
    (job.folder / "assets").mkdir()
    picture = '<p><img src="assets/1.svg" alt="A chart"></p>'
    assert '#picture("assets/1.svg"' in laid_out(job, picture)
    (job.folder / "assets" / "1.outlines.png").write_bytes(b"")
    assert '#picture("assets/1.outlines.png"' in laid_out(job, picture)


def test_what_is_kept_has_an_end(job, monkeypatch):
    monkeypatch.setattr(module, "MOST_KEPT", 30)
    words = ["one" * 4, "two" * 4, "six" * 4]
    laid_out(job, *(f"{SECTION}<p>{word}</p>" for word in words))
    assert laid_out(job, *(f"{SECTION}<p>{word}</p>" for word in words)).split() == words
    assert "one" in given_to_pandoc(job) and "six" not in given_to_pandoc(job)


def test_a_template_of_ones_own_may_leave_open_what_it_begins(job, monkeypatch):
    monkeypatch.setattr(module, "SHORTEST_RUN", 10)
    pieces = '<div class="entry"><p>a</p>', f"{CHAPTER}<p>b</p></div>", f"{CHAPTER}<p>c</p>"
    made = laid_out(attrs.evolve(job, untrusted=True), *pieces)
    assert [word for word in made.split() if len(word) == 1 and word.isalpha()] == ["a", "b", "c"]
    assert made.count("[") == made.count("]")


def test_a_long_book_is_converted_in_runs(job, monkeypatch):
    monkeypatch.setattr(module, "SHORTEST_RUN", 20)
    chapters = [f"{CHAPTER}<p>{word}</p></div>" for word in ("a", "b", "c", "d")]
    made = laid_out(job, *chapters)
    assert [word for word in made.split() if word in "abcd"] == ["a", "b", "c", "d"]
    assert len(list(job.folder.glob("part-*.html"))) == 2


LOOK = "#let strongly(body) = strong(body)\n#set text(size: 9pt)\n$body$\n#metadata(1)"


def files_of(folder):
    return {file.name: file.read_text(encoding="utf-8") for file in folder.glob("piece-*.typ")}


def test_a_paragraph_more_in_one_piece_leaves_the_files_of_all_others_as_they_are(tmp_path):
    before = ["First.", "Second.", "Third."]
    main = lay_out_pieces(before, LOOK, tmp_path)
    then = files_of(tmp_path)
    assert lay_out_pieces(["First.", "Second.\n\nAnd more.", "Third."], LOOK, tmp_path) == main
    now = files_of(tmp_path)
    assert [name for name in then if then[name] != now[name]] == ["piece-1.typ"] and len(now) == 3


def test_pieces_know_the_names_of_the_look_and_are_dressed_by_it(job):
    pieces = ["#strongly[One]", "Two", "= Three"]
    main = lay_out_pieces(pieces, LOOK, job.folder)
    pdf, _uncovered = job.typesetter.pdf(f'#set document(title: "T")\n{main}', job.folder)
    (page,) = PdfReader(io.BytesIO(pdf)).pages
    assert page.extract_text().split() == ["One", "Two", "Three"]


def test_a_report_of_very_many_pieces_has_a_bounded_number_of_files(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "MOST_FILES", 3)
    main = lay_out_pieces([f"word{number}" for number in range(8)], LOOK, tmp_path)
    files = files_of(tmp_path)
    assert (
        sorted(files)
        == re.findall(r'#include "(.*?)"', main)
        == ["piece-0.typ", "piece-1.typ", "piece-2.typ"]
    )
    assert re.findall(r"word\d", "".join(files[name] for name in sorted(files))) == [
        f"word{n}" for n in range(8)
    ]


def test_an_empty_report_is_a_document_all_the_same(tmp_path):
    assert "#metadata(1)" in lay_out_pieces([], LOOK, tmp_path)
