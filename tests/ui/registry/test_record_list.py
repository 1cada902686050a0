"""An empty list says what belongs there and offers the one next step."""

import pytest
from PySide6.QtWidgets import QPushButton

from casebook.domain.case import CASE
from casebook.storage.record_query import Show
from casebook.ui.registry.record_list import RecordList

SECTION = CASE.sections["actor_records"]


@pytest.mark.parametrize(
    ("words", "show", "button"),
    [("", Show.ALL, "Add an actor record"), ("zzz", Show.ALL, "Show all"), ("", Show.TRASH, "Show all")],
)
def test_the_next_step_depends_on_why_it_is_empty(workbench, qtbot, words, show, button):
    made = RecordList(workbench)
    qtbot.addWidget(made)
    made.filter.field.setText(words)
    made.filter.choose_show(show)
    made.show_records(SECTION, ())
    made.show()
    offered = made.findChild(QPushButton, "empty-action")
    assert offered.text() == button and not made.table.isVisible()
    with qtbot.waitSignal(made.emptied):
        offered.click()
