import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QPushButton

from casebook.domain.case import Case
from casebook.ui.compare.copying import CopyButton
from casebook.ui.compare.indicators_view import IndicatorsView


@pytest.fixture
def view(showing):
    return showing(IndicatorsView)


def test_every_indicator_with_a_value_has_its_chart(view, sample_bench, case_ids):
    named = {
        (" ".join(item.name.split()).casefold(), item.unit.casefold())
        for case_id in case_ids
        for item in sample_bench.library.cases.load(case_id).indicators
    }
    shown = {(one.panel.name.casefold(), one.panel.unit.casefold()) for one in view.panels}
    assert shown <= named
    assert len(view.panels) > 20


def test_charts_of_a_unit_have_one_scale_and_can_have_their_own(view, qtbot):
    def scales():
        return {(one.panel.low, one.panel.high) for one in view.panels if one.panel.unit == "people"}

    assert len(scales()) == 1
    qtbot.keyClick(view.findChild(QComboBox, "scale"), Qt.Key.Key_Down)
    assert len(scales()) > 1


def test_one_unit_alone(view, qtbot):
    box = view.findChild(QComboBox, "units")
    box.setCurrentIndex(box.findData("people"))
    box.activated.emit(box.currentIndex())
    assert {one.panel.unit for one in view.panels} == {"people"}


def test_a_line_leads_to_write(view, sample_bench, qtbot):
    went = []
    sample_bench.go_to.connect(lambda *place: went.append(place))
    panel = view.panels[0]
    qtbot.keyClick(panel, Qt.Key.Key_Return)
    assert went == [(panel.panel.series[0].record_id, "")]


def test_copied_as_a_table_and_as_a_picture(view, qtbot):
    view.findChild(CopyButton, "copy").table.trigger()
    lines = QGuiApplication.clipboard().text().split("\n")
    assert len(lines) == 1 + sum(len(one.points) for panel in view.shown_panels() for one in panel.series)
    view.findChild(CopyButton, "copy").picture.trigger()
    assert QGuiApplication.clipboard().image().height() > view.height()


def test_a_narrow_view_has_fewer_beside_one_another(view):
    view.resize(420, 700)
    assert {panel.x() for panel in view.panels[:3]} == {view.panels[0].x()}


def test_cases_without_figures_say_so(view, sample_bench, qtbot):
    bare = Case(title="Nothing yet")
    sample_bench.library.cases.save(None, bare)
    with qtbot.waitSignal(view.shown):
        view.show_cases([bare.id])
    assert view.findChild(QPushButton, "empty-action") is not None
    assert not view._area.isVisible()
