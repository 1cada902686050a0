import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QTreeWidget

from casebook.services.own_templates import names
from casebook.ui.publish.field_picker import FieldPicker


@pytest.fixture
def picker(workbench, qtbot):
    made = FieldPicker()
    qtbot.addWidget(made)
    made.resize(360, 600)
    made.show_groups(names(workbench.wording))
    made.show()
    return made


def tree(picker):
    return picker.findChild(QTreeWidget, "fields")


def test_typing_narrows_the_list_and_enter_puts_the_first_in(picker, qtbot):
    everything = picker.count()
    field = picker.findChild(QLineEdit, "filter-fields")
    picker.focus_filter()
    qtbot.keyClicks(field, "indicator baseline date")
    assert 0 < picker.count() < 6 < everything
    with qtbot.waitSignal(picker.picked) as picked:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert picked.args == ["{{ indicator.baseline_date }}"]
    field.clear()
    assert picker.count() == everything


def test_a_list_puts_in_a_loop(picker, qtbot):
    (outcomes,) = tree(picker).findItems("Outcomes", Qt.MatchFlag.MatchExactly)
    tree(picker).setCurrentItem(outcomes)
    with qtbot.waitSignal(picker.picked) as picked:
        qtbot.keyClick(tree(picker), Qt.Key.Key_Return)
    assert picked.args[0].startswith("{% for outcome in entries.outcomes %}\n")


def test_a_double_click_puts_a_field_in(picker, qtbot):
    group = tree(picker).topLevelItem(0)
    group.setExpanded(True)
    at = tree(picker).visualItemRect(group.child(0)).center()
    qtbot.mouseClick(tree(picker).viewport(), Qt.MouseButton.LeftButton, pos=at)
    with qtbot.waitSignal(picker.picked) as picked:
        qtbot.mouseDClick(tree(picker).viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert picked.args == ["{{ report.title }}"]
    assert "Title of the case" in picker.findChild(QLabel, "field-words").text()


def test_down_goes_into_the_list_and_a_heading_opens(picker, qtbot):
    field = picker.findChild(QLineEdit, "filter-fields")
    picker.focus_filter()
    qtbot.keyClick(field, Qt.Key.Key_Down)
    assert tree(picker).hasFocus()
    tree(picker).setCurrentItem(tree(picker).topLevelItem(0))
    with qtbot.assertNotEmitted(picker.picked):
        qtbot.keyClick(tree(picker), Qt.Key.Key_Return)
    assert tree(picker).topLevelItem(0).isExpanded()


def test_nested_lists_stand_in_theirs(picker):
    (outcomes,) = tree(picker).findItems("Outcomes", Qt.MatchFlag.MatchExactly)
    below = [outcomes.child(at).text(0) for at in range(outcomes.childCount())]
    assert "Indicators" in below and "statement" in below
