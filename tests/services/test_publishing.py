"""Publishing cases of a library: with their files, for one audience, all held against it first."""

import io

import attrs
import pypdf
import pytest

from casebook.domain.case import Case
from casebook.domain.errors import AudienceError, NotFoundError
from casebook.domain.receipt import What
from casebook.domain.records import Sensitivity
from casebook.domain.redaction import redact
from casebook.domain.sections.actors import Participant
from casebook.domain.sections.registry import Actor
from casebook.publishing.order import Order, PublishCancelledError
from casebook.services.publishing import (
    Manuscript,
    cases_of_each,
    preview,
    publish_all,
    take_out,
    template_folders,
    templates,
    with_files,
)
from casebook.storage.library import Library

CASES = ("LR-2003-001", "IQ-2003-001")


@pytest.fixture
def manuscripts(sample_library):
    with Library.open(sample_library, read_only=True) as library:
        return [take_out(library, library.cases.resolve(code)) for code in CASES]


def test_a_manuscript_has_the_case_and_its_files(manuscripts):
    liberia = manuscripts[0]
    assert liberia.case.ref_code == "LR-2003-001"
    assert set(liberia.files) == {item.digest for item in liberia.case.attachments}
    assert all(liberia.files.values())


def test_a_file_the_library_lost_is_left_out(sample_library):
    with Library.open(sample_library) as library:
        case = library.cases.load(library.cases.resolve("LR-2003-001"))
        lost = attrs.evolve(case.attachments[0], digest="0" * 64)
        library.cases.save(case, case.replacing(lost))
        assert "0" * 64 not in take_out(library, case.id).files


def test_several_cases_in_several_formats(manuscripts, tmp_path):
    order = Order(folder=tmp_path / "out", formats=("md", "html"))
    told = []
    reports = publish_all(manuscripts, order, lambda share, words: told.append((share, words)))
    assert len(reports) == 2
    files = [file for report in reports for file in report.files]
    assert sorted(file.suffix for file in files) == [".html", ".html", ".md", ".md"]
    assert all(file.stat().st_size > 10_000 for file in files)
    assert [share for share, _ in told] == sorted(share for share, _ in told)
    assert told[-1][0] == 1.0
    assert told[0][1].startswith("Liberia")


def test_nothing_is_written_when_one_case_is_not_for_the_audience(manuscripts, tmp_path):
    secret = attrs.evolve(manuscripts[1].case, sensitivity=Sensitivity.INTERNAL)
    both = [manuscripts[0], attrs.evolve(manuscripts[1], case=secret)]
    with pytest.raises(AudienceError):
        publish_all(both, Order(folder=tmp_path / "out", formats=("md",)))
    assert not (tmp_path / "out").exists()


def test_a_template_nobody_has_is_told(manuscripts, tmp_path):
    with pytest.raises(NotFoundError, match="no report template called “poem”"):
        publish_all(manuscripts, Order(folder=tmp_path, template="poem"))


def test_the_users_templates_come_first():
    assert template_folders()[0].name == "templates"
    assert "full-report" in {template.name for template in templates()}


def test_the_preview_is_what_the_export_writes(manuscripts, tmp_path):
    order = Order(folder=tmp_path / "out", formats=("md",), template="participant-handout")
    pages = preview(manuscripts[0], order)
    assert not order.folder.exists()
    (made,) = publish_all(manuscripts[:1], attrs.evolve(order, formats=("pdf",)))
    seen, written = (
        [page.extract_text() for page in pypdf.PdfReader(source).pages]
        for source in (io.BytesIO(pages.pdf), made.files[0])
    )
    assert seen == written and len(seen) >= 1
    assert (pages.notices, pages.receipt) == (made.notices, made.receipt)


def test_a_preview_can_be_stopped(manuscripts, tmp_path):
    with pytest.raises(PublishCancelledError):
        preview(manuscripts[0], Order(folder=tmp_path), cancelled=lambda: True)


def test_files_that_are_known_are_not_read_again(sample_library):
    with Library.open(sample_library, read_only=True) as library:
        case = library.cases.load(library.cases.resolve("LR-2003-001"))
        known = {case.attachments[0].digest: b"as it was read before"}
        files = with_files(library, case, known).files
    assert files[case.attachments[0].digest] == b"as it was read before"
    assert set(files) == {item.digest for item in case.attachments}


def test_a_report_for_many_cases_is_one_of_all(manuscripts, tmp_path):
    order = Order(folder=tmp_path / "out", formats=("md",), template="lessons-digest", title="Two wars")
    told = []
    (made,) = publish_all(manuscripts, order, lambda share, words: told.append((share, words)))
    (file,) = made.files
    text = file.read_text(encoding="utf-8")
    assert file.name == "2-cases two-wars lessons-digest public.md"
    assert all(manuscript.case.ref_code in text for manuscript in manuscripts)
    assert told[-1][0] == 1.0
    pages = preview(manuscripts, order)
    assert pages.pdf.startswith(b"%PDF") and pages.receipt == made.receipt
    lost = sum(take.count(What.RECORD) for take in (redact(m.case, order.audience)[1] for m in manuscripts))
    assert made.receipt.count(What.RECORD) == lost > 0


def test_of_which_cases_each_report_is_made():
    assert cases_of_each("full-report", ("a", "b")) == (("a",), ("b",))
    assert cases_of_each("casebook-volume", ("a", "b")) == (("a", "b"),)
    assert cases_of_each("casebook-volume", ()) == () and cases_of_each("poem", ("a",)) == (("a",),)


def test_a_pseudonym_of_one_case_holds_in_the_reports_of_the_others(tmp_path):
    elders = Actor(name="Elders of Gbarnga", pseudonym="Group Quartz", sensitivity=Sensitivity.PARTNER)
    own = Case(title="Own", actors=(Participant(actor=elders.id),), actor_records=(elders,))
    other = Case(title="Other", context="Elders of Gbarnga met.")
    both = [Manuscript(case=case) for case in (own, other)]
    made = publish_all(both, Order(folder=tmp_path, formats=("md",)))
    for report in made:
        assert "Gbarnga" not in report.files[0].read_text(encoding="utf-8")
    assert "Group Quartz met." in made[1].files[0].read_text(encoding="utf-8")
