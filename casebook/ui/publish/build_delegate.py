"""Draws a build as a card, with a line to type a new name in its place."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtWidgets import QLineEdit, QStyleOptionViewItem, QWidget

from casebook.ui.publish.build_model import LONGEST_NAME
from casebook.ui.write.entry_delegate import EDGE, GAP, PAD, EntryDelegate

Index = QModelIndex | QPersistentModelIndex


class BuildDelegate(EntryDelegate):
    """The line stands where the name stood."""

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, _index: Index) -> QWidget:
        line = QLineEdit(parent)
        line.setObjectName("build-name")
        line.setMaxLength(LONGEST_NAME)
        line.setAccessibleName(self.tr("Name of the build"))
        return line

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Index) -> None:
        inner = option.rect.adjusted(EDGE + PAD // 2, GAP + 2, -EDGE - PAD // 2, 0)
        inner.setHeight(editor.sizeHint().height())
        editor.setGeometry(inner)
