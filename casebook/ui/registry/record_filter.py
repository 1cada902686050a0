"""Above the list of shared records: the words, the type and the use it is narrowed by, and how many are left."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QComboBox, QFrame, QLabel, QLineEdit, QWidget

from casebook.storage.record_query import RecordQuery, Show
from casebook.ui.icons import icon
from casebook.ui.theme import tokens_of
from casebook.ui.widgets.flow_layout import FlowLayout
from casebook.ui.widgets.look import with_look


class RecordFilter(QFrame):
    """Emits `changed` when something else is to be listed; `left` when the keyboard is to go to the list."""

    changed = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        with_look(self, "bar")
        self.field = QLineEdit()
        self.field.setObjectName("record-filter")
        self.field.setPlaceholderText(self.tr("Filter by any name"))
        self.field.setAccessibleName(self.field.placeholderText())
        self.field.setClearButtonEnabled(True)
        self.field.setMinimumWidth(self.fontMetrics().averageCharWidth() * 22)
        self.field.addAction(icon("search", tokens_of(self).muted), QLineEdit.ActionPosition.LeadingPosition)
        self.field.textChanged.connect(lambda _text: self.changed.emit())
        self.field.returnPressed.connect(self.left)
        escape = QShortcut(Qt.Key.Key_Escape, self.field, context=Qt.ShortcutContext.WidgetShortcut)
        escape.activated.connect(self.field.clear)
        self._types = QComboBox()
        self._types.setObjectName("record-type")
        self._types.setAccessibleName(self.tr("Only of this type"))
        self._types.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._types.setMinimumContentsLength(14)
        self._types.activated.connect(lambda _at: self.changed.emit())
        self._show = QComboBox()
        self._show.setObjectName("record-show")
        self._show.setAccessibleName(self.tr("Which are listed"))
        for show, words in (
            (Show.ALL, self.tr("All")),
            (Show.USED, self.tr("Used in cases")),
            (Show.UNUSED, self.tr("Not used")),
            (Show.TRASH, self.tr("In the Trash")),
        ):
            self._show.addItem(words, show)
        self._show.activated.connect(lambda _at: self.changed.emit())
        self._count = with_look(QLabel(), "muted")
        self._count.setObjectName("record-count")
        flow = FlowLayout(self, spacing=8)
        flow.setContentsMargins(16, 8, 16, 8)
        for widget in (self.field, self._types, self._show, self._count):
            widget.setMinimumHeight(self.field.sizeHint().height())
            flow.addWidget(widget)

    @property
    def words(self) -> str:
        """What is looked for."""
        return self.field.text().strip()

    @property
    def type(self) -> str:
        """The type that is listed; empty for any."""
        return str(self._types.currentData() or "")

    @property
    def show_what(self) -> Show:
        """Which records are listed."""
        return Show(self._show.currentData())

    @property
    def narrowed(self) -> bool:
        """Whether anything is left out that is not in the Trash."""
        return bool(self.words or self.type or self.show_what is not Show.ALL)

    def query(self, section: str, sort: str, *, descending: bool) -> RecordQuery:
        """What is to be listed of a section, in an order."""
        return RecordQuery(
            section=section,
            text=self.words,
            type=self.type,
            show=self.show_what,
            sort=sort,
            descending=descending,
        )

    def offer_types(self, types: Mapping[str, str]) -> None:
        """Offer types, by id with their words; the one chosen stays if it is still among them."""
        chosen = self.type
        self._types.clear()
        self._types.addItem(self.tr("Any type"), "")
        for term, words in sorted(types.items(), key=lambda one: one[1].casefold()):
            self._types.addItem(words, term)
        self._types.setCurrentIndex(max(self._types.findData(chosen), 0))

    def show_count(self, count: int) -> None:
        """Say how many are listed."""
        self._count.setText(self.tr("1 record") if count == 1 else self.tr("{} records").format(f"{count:n}"))

    def choose_show(self, show: Show) -> None:
        """List others."""
        self._show.setCurrentIndex(self._show.findData(show))
        self.changed.emit()

    def clear(self) -> None:
        """List all."""
        self.blockSignals(True)
        self.field.clear()
        self._types.setCurrentIndex(0)
        self._show.setCurrentIndex(0)
        self.blockSignals(False)
        self.changed.emit()
