"""Groups of records that may be the same, with the reason."""

from PySide6.QtWidgets import QLabel, QPushButton

from casebook.domain.case import CASE
from casebook.domain.record_likeness import ALIKE, NAME, Likely
from casebook.domain.records import RecordId
from casebook.ui.registry.same_list import SameList
from casebook.ui.widgets.two_line_delegate import BYLINE_ROLE

SECTION = CASE.sections["source_records"]
GROUPS = [
    Likely((RecordId("a"), RecordId("b")), NAME),
    Likely((RecordId("c"), RecordId("d")), "doi"),
    Likely((RecordId("e"), RecordId("f")), ALIKE),
]


def test_each_group_says_why_and_when_none_is_left_one_goes_back(look, qtbot):
    same = SameList()
    qtbot.addWidget(same)
    same.show()
    same.wait()
    assert not same.list.isVisible()
    with qtbot.waitSignal(same.chosen, check_params_cb=lambda ids: ids == ("a", "b")):
        same.show_groups(SECTION, GROUPS, {"a": "One", "b": "Two"})
    assert same.list.item(0).text() == "One = Two" and same.list.item(1).text() == "Untitled = Untitled"
    said = [same.list.item(at).data(BYLINE_ROLE) for at in range(3)]
    assert said[1] == "The same in “DOI”" and "nearly" in said[2]
    assert same.findChild(QLabel, "same-said").isVisible()
    same.list.setCurrentRow(2)
    same.show_groups(SECTION, GROUPS[:2], {})
    assert same.current == ("c", "d")
    with qtbot.waitSignal(same.chosen, check_params_cb=lambda ids: ids == ()):
        same.show_groups(SECTION, [], {})
    with qtbot.waitSignal(same.back_wanted):
        same.findChild(QPushButton, "empty-action").click()
