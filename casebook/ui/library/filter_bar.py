"""Above the list of cases: what is asked, as words and as chips, how it was read, and how many cases have it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from casebook.ui.icons import set_icon
from casebook.ui.library.search_line import SearchLine
from casebook.ui.widgets.flow_layout import FlowLayout
from casebook.ui.widgets.look import with_look


class FilterBar(QFrame):
    """Its parts are listened to by the workspace; emits `chip_removed` with the place of a chip."""

    chip_removed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        with_look(self, "bar")
        self.field = SearchLine()
        self.field.setObjectName("filter")
        self._found = with_look(QLabel(), "muted")
        self._found.setObjectName("found")
        self.save = QPushButton(self.tr("Save search"))
        self.save.setObjectName("save-search")
        self.save.setToolTip(self.tr("Keep what is asked as a search of this library"))
        set_icon(self.save, "bookmark")
        self.map = _picture_button("show-map", self.tr("Map and years"), "globe")
        self.map.setCheckable(True)
        self.view = _picture_button("list-view", self.tr("Columns and density"), "table")
        self.view.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips, spacing=6)
        self._notes = with_look(QLabel(), "small")
        self._notes.setObjectName("search-notes")
        self._notes.setWordWrap(True)
        self._notes.setTextFormat(Qt.TextFormat.PlainText)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.field, 1)
        for widget in (self._found, self.save, self.map, self.view):
            row.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 8)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self._chips)
        column.addWidget(self._notes)
        self.show_found(0, narrowed=False, may_save=False)
        self.show_chips([])
        self.show_notes([])

    @property
    def words(self) -> str:
        """What is looked for."""
        return self.field.text().strip()

    def show_found(self, count: int, *, narrowed: bool, may_save: bool) -> None:
        """Say how many cases were found; nothing when all are shown."""
        self._found.setText(self.tr("1 found") if count == 1 else self.tr("{} found").format(f"{count:n}"))
        self._found.setVisible(narrowed)
        self.save.setVisible(narrowed and may_save)

    def show_chips(self, labels: Sequence[str]) -> None:
        """Show one removable chip for each thing that is asked beside the words."""
        while (item := self._flow.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.setParent(None)
                old.deleteLater()
        for at, label in enumerate(labels):
            chip = with_look(QToolButton(), "chip")
            chip.setObjectName(f"chip-{at}")
            chip.setProperty("state", "notice")
            chip.setText(f"{label}  ✕")
            chip.setToolTip(self.tr("Remove"))
            chip.setAccessibleName(self.tr("Remove {}").format(label))
            chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            chip.clicked.connect(lambda _checked, at=at: self.chip_removed.emit(at))
            self._flow.addWidget(chip)
        self._chips.setVisible(bool(labels))

    def show_notes(self, notes: Sequence[str]) -> None:
        """Say what was not read as it may have been meant."""
        self._notes.setText(" ".join(notes))
        self._notes.setVisible(bool(notes))


def _picture_button(name: str, words: str, picture: str) -> QToolButton:
    button = QToolButton()
    button.setObjectName(name)
    button.setToolTip(words)
    button.setAccessibleName(words)
    set_icon(button, picture)
    return button
