from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem

from casebook.ui.widgets.typing_in_place import TypingInPlace


def test_what_the_list_learns_while_a_name_is_typed_waits_until_it_is_typed(look, qtbot):
    names = QListWidget()
    qtbot.addWidget(names)
    names.setItemDelegate(TypingInPlace(names))
    item = QListWidgetItem("Police")
    item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
    names.addItem(item)
    names.show()
    names.editItem(item)
    line = names.findChild(QLineEdit)
    assert line.selectedText() == "Police"
    qtbot.keyClicks(line, "Civil")
    item.setToolTip("4 cases")
    assert line.text() == "Civil"
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: item.text() == "Civil" and not names.findChildren(QLineEdit))
    names.editItem(item)
    assert names.findChild(QLineEdit).text() == "Civil"
