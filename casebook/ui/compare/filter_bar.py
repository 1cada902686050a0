"""Chooses which rows are shown, and walks to the next difference or the next open row."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QLineEdit, QToolButton, QWidget

from casebook.domain.comparison import Comparison
from casebook.ui.compare.row_filter import WEAK, RowFilter, Which
from casebook.ui.icons import icon, set_icon
from casebook.ui.theme import tokens_of
from casebook.ui.widgets.flow_layout import FlowLayout
from casebook.ui.widgets.look import with_look

PAUSE = 120
"""Milliseconds of rest after a keystroke before the rows are sought anew."""


class FilterBar(QFrame):
    """Emits `changed` with a RowFilter, and `step_wanted` with what to walk to."""

    changed = Signal(object)
    step_wanted = Signal(str)
    """"difference" or "undecided"."""
    open_all = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        with_look(self, "bar")
        self._which, self._section, self._grade = QComboBox(), QComboBox(), QComboBox()
        for box, name, words in (
            (self._which, "which-rows", self.tr("Which rows are shown")),
            (self._section, "which-section", self.tr("Which section is shown")),
            (self._grade, "which-grade", self.tr("Evidence of the rows that are shown")),
        ):
            box.setObjectName(name)
            box.setAccessibleName(words)
            box.activated.connect(lambda _at: self._tell())
        self._fill()
        self._empty = QCheckBox(self.tr("Hide empty rows"))
        self._empty.setObjectName("hide-empty")
        self._empty.toggled.connect(lambda _on: self._tell())
        self.text = QLineEdit()
        self.text.setObjectName("row-text")
        self.text.setPlaceholderText(self.tr("Words in a row"))
        self.text.setAccessibleName(self.tr("Show rows with these words"))
        self.text.setClearButtonEnabled(True)
        self.text.addAction(icon("search", tokens_of(self).muted), QLineEdit.ActionPosition.LeadingPosition)
        self.text.setMinimumWidth(self.fontMetrics().averageCharWidth() * 24)
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self._tell)
        self.text.textChanged.connect(lambda _text: self._timer.start())
        self._empty.setMinimumHeight(self.text.sizeHint().height())
        row = FlowLayout(self, spacing=8)
        row.setContentsMargins(18, 6, 18, 6)
        for widget in (self._which, self._section, self._grade, self.text, self._empty, *self._steps()):
            row.addWidget(widget)

    @property
    def filter(self) -> RowFilter:
        """What is chosen."""
        return RowFilter(
            which=Which(self._which.currentData()),
            section=self._section.currentData() or "",
            grade=self._grade.currentData(),
            hide_empty=self._empty.isChecked(),
            text=self.text.text().strip(),
        )

    def show_sections(self, comparison: Comparison | None) -> None:
        """Offer the sections of a comparison."""
        chosen = self._section.currentData()
        self._section.clear()
        self._section.addItem(self.tr("All sections"), "")
        for heading in comparison.headings if comparison else ():
            self._section.addItem(("   " if heading.parent else "") + heading.title, heading.key)
        self._section.setCurrentIndex(max(self._section.findData(chosen), 0))

    def choose(self, which: Which) -> None:
        """Show other rows."""
        self._which.setCurrentIndex(self._which.findData(which.value))
        self._tell()

    def clear(self) -> None:
        """Show all rows again."""
        for box in (self._which, self._section, self._grade):
            box.setCurrentIndex(0)
        self._empty.setChecked(False)
        self.text.clear()
        self._tell()

    def _fill(self) -> None:
        for text, which in (
            (self.tr("All rows"), Which.ALL),
            (self.tr("Only differences"), Which.DIFFERENCES),
            (self.tr("Only what all share"), Which.SHARED),
            (self.tr("Only what changed"), Which.CHANGED),
        ):
            self._which.addItem(text, which.value)
        self._grade.addItem(self.tr("Any evidence"), None)
        for letter in "ABCDEF":
            self._grade.addItem(self.tr("Evidence graded {}").format(letter), letter)
        self._grade.addItem(self.tr("No grade"), "")
        self._grade.addItem(self.tr("Weak claims"), WEAK)
        self.show_sections(None)

    def _steps(self) -> list[QToolButton]:
        made = []
        for name, text, keys, picture in (
            ("difference", self.tr("Next difference"), "F8", "chevron-down"),
            ("undecided", self.tr("Next undecided"), "F9", "circle-dot"),
        ):
            button = QToolButton()
            button.setObjectName(f"next-{name}")
            button.setToolTip(f"{text} ({keys})")
            button.setAccessibleName(text)
            set_icon(button, picture)
            button.clicked.connect(lambda _on=False, to=name: self.step_wanted.emit(to))
            made.append(button)
        everything = QToolButton()
        everything.setObjectName("open-all")
        everything.setCheckable(True)
        everything.setToolTip(self.tr("Open all sections"))
        everything.setAccessibleName(self.tr("Open all sections"))
        set_icon(everything, "layers")
        everything.toggled.connect(self.open_all)
        return [*made, everything]

    def _tell(self) -> None:
        self._timer.stop()
        self.changed.emit(self.filter)
