from PySide6.QtWidgets import QPushButton

from casebook.domain.records import Sensitivity
from casebook.ui.compare.across_view import AcrossView


class Titles(AcrossView):
    """The least a view over many cases can be."""

    titles = ()

    def reading(self):
        ids = self.case_ids
        return lambda reader: [case.title.partition(":")[0] for case in reader.cases(ids)]

    def take(self, result):
        self.titles = result


def test_without_cases_it_says_what_to_do(sample_bench, qtbot):
    view = Titles(sample_bench)
    qtbot.addWidget(view)
    view.show()
    with qtbot.waitSignal(sample_bench.workspace_requested) as wanted:
        view.findChild(QPushButton, "empty-action").click()
    assert wanted.args == ["library"]


def test_it_shows_the_cases_it_was_given(showing, case_ids):
    view = showing(Titles)
    assert view.titles[:2] == ["Afghanistan", "Iraq"]
    assert view.case_ids == tuple(case_ids)


def test_out_of_sight_it_waits(sample_bench, case_ids, qtbot):
    view = Titles(sample_bench)
    qtbot.addWidget(view)
    view.show_cases(case_ids[:1])
    assert sample_bench.tasks.running == []
    with qtbot.waitSignal(view.shown):
        view.show()
    assert view.titles == ["Afghanistan"]


def test_what_changes_is_read_anew(showing, sample_bench, case_ids, qtbot):
    view = showing(Titles)
    with qtbot.waitSignal(view.shown):
        sample_bench.library.cases.trash(case_ids[0])
        sample_bench.library.cases.delete(case_ids[0])
        sample_bench.cases_changed.emit()
    assert view.titles[0] == "Iraq"


def test_an_audience_sees_what_it_may(showing, sample_bench, case_ids, qtbot):
    view = showing(Titles)
    case = sample_bench.library.cases.load(case_ids[1])
    sample_bench.library.cases.save(
        case, type(case)(id=case.id, title=case.title, sensitivity=Sensitivity.INTERNAL)
    )
    with qtbot.waitSignal(view.shown):
        view.show_audience(Sensitivity.PUBLIC)
    assert "Iraq" not in view.titles


def test_a_library_that_is_closed_leaves_nothing(showing, sample_bench):
    view = showing(Titles)
    sample_bench.set_library(None)
    assert view.case_ids == ()
    assert view.findChild(QPushButton, "empty-action").isVisible()


def test_a_newer_wish_replaces_an_older_one(sample_bench, case_ids, qtbot):
    view = Titles(sample_bench)
    qtbot.addWidget(view)
    view.show()
    seen = []
    view.shown.connect(lambda: seen.append(list(view.titles)))
    view.show_cases(case_ids)
    view.show_cases(case_ids[2:3])
    qtbot.waitUntil(lambda: not sample_bench.tasks.running)
    assert seen == [["Liberia"]]
