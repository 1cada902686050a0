import attrs
import pytest

from casebook.domain.case import Case
from casebook.domain.changes import Aspect, setting
from casebook.domain.records import Sensitivity
from casebook.publishing.order import Order
from casebook.ui.publish.export_run import ExportRun, Wish


@pytest.fixture
def wish(liberia, tmp_path):
    return Wish(case_ids=(liberia.id,), order=Order(folder=tmp_path / "out", formats=("md",)))


def with_formats(wish, *formats):
    return attrs.evolve(wish, order=attrs.evolve(wish.order, formats=formats))


def test_it_makes_the_files_and_tells_how_far_it_is(workbench, wish, qtbot, liberia):
    run = ExportRun(workbench, wish)
    made, shares = [], []
    run.made.connect(lambda title, published: made.append((title, published)))
    run.advanced.connect(lambda share, _words: shares.append(share))
    with qtbot.waitSignal(run.ended, timeout=30_000):
        run.start()
    ((title, published),) = made
    assert title == liberia.title and [file.suffix for file in published.files] == [".md"]
    assert liberia.title in published.files[0].read_text(encoding="utf-8")
    assert shares == sorted(shares) and max(shares) <= 1


def test_a_refused_case_does_not_keep_the_others_back(workbench, wish, qtbot, liberia):
    gone = "01910000-0000-7000-8000-000000000000"
    run = ExportRun(workbench, attrs.evolve(wish, case_ids=(gone, liberia.id)))
    made, refused = [], []
    run.made.connect(lambda title, _published: made.append(title))
    run.refused.connect(lambda _title, sentence: refused.append(sentence))
    with qtbot.waitSignal(run.ended, timeout=30_000):
        run.start()
    assert len(refused) == 1 and made == [liberia.title]


def test_a_case_above_the_audience_is_refused_in_words(workbench, wish, qtbot, liberia):
    case = workbench.case
    workbench.apply(setting(case, case.id, "sensitivity", Sensitivity.INTERNAL, Aspect.SENSITIVITY))
    run = ExportRun(workbench, wish)
    refused = []
    run.refused.connect(lambda _title, sentence: refused.append(sentence))
    with qtbot.waitSignal(run.ended, timeout=30_000):
        run.start()
    assert ("internal" in refused[0] and not wish.order.folder.exists()) or list(
        wish.order.folder.iterdir()
    ) == []


def test_cancelling_leaves_nothing_half_written(workbench, wish, qtbot):
    run = ExportRun(workbench, with_formats(wish, "pdf", "docx"))
    with qtbot.waitSignal(run.ended, timeout=30_000):
        run.start()
        run.cancel()
    assert not wish.order.folder.exists() or list(wish.order.folder.iterdir()) == []


def test_a_report_of_many_is_made_once_of_all(workbench, wish, qtbot, liberia):
    other = Case(title="The other case", ref_code="YY-2002-001", sensitivity=Sensitivity.PUBLIC)
    workbench.library.cases.save(None, other, None)
    both = attrs.evolve(wish, case_ids=(liberia.id, other.id))
    run = ExportRun(workbench, attrs.evolve(both, order=attrs.evolve(wish.order, template="lessons-digest")))
    made = []
    run.made.connect(lambda title, published: made.append((title, published)))
    with qtbot.waitSignal(run.ended, timeout=60_000):
        run.start()
    ((title, published),) = made
    assert title == "2 cases" and [file.name for file in published.files] == [
        "2-cases lessons-digest public.md"
    ]
    text = published.files[0].read_text(encoding="utf-8")
    assert "LR-2003-001" in text and "YY-2002-001" in text
