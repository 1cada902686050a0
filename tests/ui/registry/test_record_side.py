"""Beside the list: one record, several, or what to choose."""

from PySide6.QtWidgets import QLabel, QRadioButton

from casebook.domain.case import CASE
from casebook.ui.registry.record_reader import RecordReader
from casebook.ui.registry.record_side import RecordSide

SECTION = CASE.sections["actor_records"]


def test_it_shows_one_or_several_and_says_what_would_change(workbench, qtbot, actor):
    side = RecordSide(workbench, RecordReader(workbench))
    qtbot.addWidget(side)
    side.show()
    one, other = actor("ECOWAS").id, actor("UN").id
    side.show_record(SECTION, one)
    assert side.currentWidget() is side.details and side.compared == ()
    side.compare(SECTION, (one, other))
    assert side.compared == (one, other)
    plan = side.findChild(QLabel, "merge-plan")
    qtbot.waitUntil(lambda: "become one: 1 case changes, " in plan.text(), timeout=10_000)
    first = plan.text()
    side.merging.findChild(QRadioButton, "stays:1").click()
    qtbot.waitUntil(lambda: plan.text() not in ("", first), timeout=10_000)
    assert plan.text().startswith(
        "“Economic Community of West African States” and “United Nations” become one"
    )
    side.compare(SECTION, (one,))
    assert side.compared == () and side.currentWidget() is not side.details
    side.show_record(SECTION, "gone")
    assert side.currentWidget() is not side.details
