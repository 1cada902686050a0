"""The cases that hold a record, and what it is there."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QListWidget

from casebook.storage.record_query import RecordUse, UsePlace
from casebook.ui.registry.used_in import UsedIn
from casebook.ui.widgets.two_line_delegate import BYLINE_ROLE

PLACES = (
    UsePlace(section="actors", entry_id="e1", times=1, role="lead"),
    UsePlace(section="relations", entry_id="e2", times=3, role=""),
)
USES = [
    RecordUse(case_id="c1", ref_code="LR-2003-001", title="Liberia", trashed=False, places=PLACES),
    RecordUse(case_id="c2", ref_code="", title="", trashed=True, places=()),
    RecordUse(case_id="c3", ref_code="", title="Iraq", trashed=False, places=()),
]


def test_each_case_says_what_the_record_is_there_and_enter_opens_it_there(workbench, qtbot):
    shown = UsedIn(workbench)
    qtbot.addWidget(shown)
    shown.show()
    cases = shown.findChild(QListWidget, "used-cases")
    assert not cases.isVisible() and shown.findChild(QLabel).text() == "No case uses it."
    shown.show_uses("r1", USES, 3)
    assert cases.item(0).data(BYLINE_ROLE) == "LR-2003-001 · Actors: Lead · Relations ×3"
    assert cases.item(1).data(BYLINE_ROLE) == "in the Trash"
    for row, place in ((0, ["c1", "e1"]), (2, ["c3", "r1"])):
        cases.setCurrentRow(row)
        with qtbot.waitSignal(shown.opened) as opened:
            qtbot.keyClick(cases, Qt.Key.Key_Return)
        assert opened.args == place
    cases.setCurrentRow(1)
    with qtbot.assertNotEmitted(shown.opened):
        qtbot.keyClick(cases, Qt.Key.Key_Return)
