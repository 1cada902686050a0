from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit

from casebook.services.comparisons import open_comparison


def test_the_name_is_changed_where_it_stands(reviewer, qtbot):
    field = reviewer.page.findChild(QLineEdit, "comparison-name")
    assert field.text() == "River, Coast, Hills"
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "Three waters")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    reviewer.save()
    assert open_comparison(reviewer.workbench.library, reviewer.desk.keeper.kept_id).name == "Three waters"
    reviewer.workbench.undo()
    assert field.text() == "River, Coast, Hills"


def test_an_empty_name_changes_nothing(reviewer, qtbot):
    field = reviewer.page.findChild(QLineEdit, "comparison-name")
    field.clear()
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert reviewer.desk.synthesis.name == "River, Coast, Hills"


def test_the_audience_follows_the_comparison(reviewer):
    box = reviewer.page.findChild(QComboBox, "compare-audience")
    assert [box.itemText(at) for at in range(box.count())][:2] == ["For my own eyes", "For: Public"]
    reviewer.box("compare-audience", "partner")
    reviewer.wait()
    reviewer.workbench.undo()
    reviewer.wait()
    assert box.currentData() == ""
