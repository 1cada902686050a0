"""A name typed in the line of a list is left alone by whatever the list learns meanwhile."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtWidgets import QStyledItemDelegate, QWidget

BEGUN = "typing-begun"


class TypingInPlace(QStyledItemDelegate):
    """Fills its editor once: a count that comes in later would put the old name over what is being typed."""

    def setEditorData(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        if not editor.property(BEGUN):
            super().setEditorData(editor, index)
            editor.setProperty(BEGUN, True)
