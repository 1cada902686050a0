"""Above the page of shared records: which kind is looked at, and what can be done."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from casebook.domain.declaration import SectionSpec
from casebook.ui.i18n import translated
from casebook.ui.icons import set_icon
from casebook.ui.widgets.flow_layout import FlowLayout
from casebook.ui.widgets.look import with_look


class RecordBar(QFrame):
    """Emits `section_chosen` with the key of a section; its buttons are listened to by the page."""

    section_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        with_look(self, "bar")
        self._kinds = QButtonGroup(self, exclusive=True)
        self._keys: list[str] = []
        self._kinds.idClicked.connect(lambda at: self.section_chosen.emit(self._keys[at]))
        self._title = title = with_look(QLabel(self.tr("Actors and sources")), "title")
        self._head = FlowLayout(spacing=8)
        self._head.addWidget(title)
        self._buttons: dict[str, QPushButton] = {}
        row = FlowLayout(spacing=8)
        for name, words, picture, keys in (
            ("new-record", self.tr("New"), "plus", "Ins"),
            ("rename-record", self.tr("Rename"), "write", "F2"),
            ("merge-records", self.tr("Make one…"), "merge", ""),
            ("trash-record", self.tr("Move to Trash"), "trash", "Del"),
            ("restore-record", self.tr("Restore"), "restore", ""),
            ("delete-record", self.tr("Delete for good"), "circle-x", ""),
            ("find-same", self.tr("Find duplicates"), "copy", ""),
        ):
            button = QPushButton(words)
            button.setObjectName(name)
            button.setToolTip(f"{words} ({keys})" if keys else words)
            set_icon(button, picture, "ink")
            row.addWidget(button)
            self._buttons[name] = button
        self._buttons["find-same"].setCheckable(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 12, 18, 12)
        column.setSpacing(8)
        column.addLayout(self._head)
        column.addLayout(row)

    @property
    def section(self) -> str:
        """The key of the section that is looked at."""
        return self._keys[max(self._kinds.checkedId(), 0)]

    def offer_sections(self, sections: Sequence[SectionSpec]) -> None:
        """Offer the kinds of records there are; the one looked at stays."""
        keys = [section.key for section in sections]
        if keys == self._keys:
            return
        for button in self._kinds.buttons():
            self._kinds.removeButton(button)
            button.deleteLater()
        self._keys = keys
        for at, section in enumerate(sections):
            button = with_look(QToolButton(self), "segment")
            button.setObjectName(f"kind:{section.key}")
            button.setText(translated(section.title))
            button.setAccessibleName(button.text())
            button.setCheckable(True)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
            button.setChecked(at == 0)
            self._kinds.addButton(button, at)
            self._head.addWidget(button)
            self._title.setMinimumHeight(button.sizeHint().height())

    def button(self, name: str) -> QPushButton:
        """One of the buttons.

        Raises:
            KeyError: there is none of that name.
        """
        return self._buttons[name]

    def enable(self, chosen: int, *, trashed: bool, may_change: bool) -> None:
        """Offer what can be done with so many chosen records."""
        for name, button in self._buttons.items():
            in_trash = name in ("restore-record", "delete-record")
            button.setVisible(in_trash == trashed or name in ("new-record", "find-same"))
            button.setEnabled(may_change and chosen >= {"merge-records": 2}.get(name, 1))
        self._buttons["rename-record"].setEnabled(may_change and chosen == 1)
        self._buttons["new-record"].setEnabled(may_change)
        self._buttons["find-same"].setEnabled(True)
