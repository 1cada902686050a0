import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QLabel, QToolButton

from casebook.domain.case import Case
from casebook.ui.compare.copying import CopyButton
from casebook.ui.compare.glyphs import GlyphKey
from casebook.ui.compare.timelines_view import TimelinesView


@pytest.fixture
def view(showing):
    return showing(TimelinesView)


def test_six_cases_on_one_axis_with_a_key_of_their_signs(view, sample_bench, case_ids):
    assert [lane.title.partition(":")[0] for lane in view._lanes][:2] == ["Afghanistan", "Iraq"]
    events = [event for case_id in case_ids for event in sample_bench.library.cases.load(case_id).timeline]
    words = {
        sample_bench.wording.term("event-type", event.type) for event in events if event.type and event.date
    }
    assert {key.words for key in view.findChildren(GlyphKey) if not key.isHidden()} == words


def test_aligned_by_start_every_case_begins_at_the_same_place(view, qtbot):
    box = view.findChild(QComboBox, "axis")
    qtbot.keyClick(box, Qt.Key.Key_Down)
    axis = view.canvas._axis
    assert axis.aligned
    firsts = {
        axis.shown(lane.period, lane).first for lane in view._lanes if lane.period and not lane.period.soft
    }
    assert firsts == {0}


def test_buttons_zoom(view, qtbot):
    qtbot.mouseClick(view.findChild(QToolButton, "zoom-in"), Qt.MouseButton.LeftButton)
    assert not view.canvas.window_.is_whole
    qtbot.mouseClick(view.findChild(QToolButton, "zoom-fit"), Qt.MouseButton.LeftButton)
    assert view.canvas.window_.is_whole


def test_an_event_is_told_and_leads_to_write(view, sample_bench, qtbot):
    went = []
    sample_bench.go_to.connect(lambda *place: went.append(place))
    view.canvas.setFocus()
    qtbot.keyClick(view.canvas, Qt.Key.Key_Right)
    assert view.canvas.current.words in view.findChild(QLabel, "timelines-words").text()
    qtbot.keyClick(view.canvas, Qt.Key.Key_Return)
    assert went == [(view.canvas.current.record_id, "")]


def test_copied_as_a_table_and_as_a_picture(view, qtbot):
    view.canvas.setFocus()
    qtbot.keyClick(view.canvas, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().split("\n")
    assert len(lines) == 1 + sum(len(lane.marks) for lane in view._lanes)
    view.findChild(CopyButton, "copy").picture.trigger()
    assert QGuiApplication.clipboard().image().width() == view.canvas.picture().width()


def test_cases_without_dates_say_so(showing, sample_bench, qtbot):
    view = showing(TimelinesView)
    bare = Case(title="Nothing yet")
    sample_bench.library.cases.save(None, bare)
    with qtbot.waitSignal(view.shown):
        view.show_cases([bare.id])
    assert view.findChild(QLabel, "timelines-words").isHidden() or not view.canvas.isVisible()
