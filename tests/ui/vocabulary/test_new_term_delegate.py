from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QTreeWidget, QTreeWidgetItem

from casebook.domain.own_terms import LONGEST_LABEL
from casebook.ui.vocabulary.new_term_delegate import NewTermDelegate


def test_a_line_is_named_short_enough_and_told_of_when_left(look, qtbot):
    tree = QTreeWidget()
    qtbot.addWidget(tree)
    delegate = NewTermDelegate(tree)
    tree.setItemDelegate(delegate)
    item = QTreeWidgetItem(tree, ["Funding"])
    item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
    item.setData(0, NewTermDelegate.NOTE, "added here")
    tree.show()
    tree.editItem(item)
    line = tree.findChild(QLineEdit, "term-line")
    assert line.accessibleName() and line.maxLength() == LONGEST_LABEL
    with qtbot.waitSignal(delegate.left) as left:
        qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert left.args[0].row() == 0 and item.text(0) == "Funding"


def test_the_note_is_drawn_beside_the_word(look, qtbot):
    tree = QTreeWidget()
    qtbot.addWidget(tree)
    tree.setItemDelegate(NewTermDelegate(tree))
    tree.resize(400, 100)
    item = QTreeWidgetItem(tree, ["Funding"])
    tree.show()
    before = tree.grab().toImage()
    item.setData(0, NewTermDelegate.NOTE, "added here")
    assert tree.grab().toImage() != before
