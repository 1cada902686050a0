"""A line for the label of a term in each language, and a way to add a language."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from casebook.domain.own_terms import LONGEST_LABEL
from casebook.iso_names import language_name, languages
from casebook.ui.widgets.look import with_look


class LabelLines(QWidget):
    """Emits `relabelled(language, text)` when a line was changed and left."""

    relabelled = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: dict[str, tuple[QLabel, QLineEdit]] = {}
        self._held: dict[str, str] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._more = QComboBox()
        self._more.setObjectName("add-language")
        self._more.setAccessibleName(self.tr("Add a label in another language"))
        self._more.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._more.setMinimumContentsLength(12)
        self._more.activated.connect(self._add)
        self._column.addWidget(self._more)

    def show_labels(self, labels: Mapping[str, str], wanted: tuple[str, ...], *, may_change: bool) -> None:
        """Show labels by language; a line is there for each language `wanted` and each that has a label."""
        shown = [*wanted, *(language for language in labels if language not in wanted)]
        for language in [held for held in self._lines if held not in shown]:
            for part in self._lines.pop(language):
                part.deleteLater()
        self._held = {language: labels.get(language, "") for language in shown}
        for language in shown:
            _head, line = self._line(language)
            line.setReadOnly(not may_change)
            if line.text() != self._held[language]:
                line.setText(self._held[language])
                line.setCursorPosition(0)
        self._more.setVisible(may_change)
        self._fill_more()

    def flush(self) -> None:
        """Tell what is typed and not told yet."""
        for language in tuple(self._lines):
            self._tell(language)

    def line(self, language: str) -> QLineEdit:
        """The line of a language.

        Raises:
            KeyError: there is none.
        """
        return self._lines[language][1]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Undo takes back changes of the list, not letters of one line."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo, redo = QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo
            if event.matches(undo) or event.matches(redo):
                self.flush()
                event.ignore()
                return True
        return super().eventFilter(watched, event)

    def _line(self, language: str) -> tuple[QLabel, QLineEdit]:
        if language not in self._lines:
            name = language_name(language)
            head, line = with_look(QLabel(name), "label"), QLineEdit()
            line.setObjectName(f"label:{language}")
            line.setAccessibleName(self.tr("Label in {}").format(name))
            line.setMaxLength(LONGEST_LABEL)
            line.editingFinished.connect(lambda: self._tell(language))
            line.installEventFilter(self)
            head.setBuddy(line)
            self._lines[language] = head, line
            for part in (head, line):
                self._column.insertWidget(self._column.count() - 1, part)
            self.setTabOrder(line, self._more)
        return self._lines[language]

    def _tell(self, language: str) -> None:
        if language not in self._lines:
            return
        text = " ".join(self._lines[language][1].text().split())
        if text != self._held.get(language, ""):
            self._held[language] = text
            self.relabelled.emit(language, text)

    def _fill_more(self) -> None:
        self._more.clear()
        self._more.addItem(self.tr("Another language…"), "")
        for code, name in languages().items():
            if code not in self._lines:
                self._more.addItem(name, code)

    def _add(self, _at: int) -> None:
        language = str(self._more.currentData() or "")
        self._more.setCurrentIndex(0)
        if language:
            self._held[language] = ""
            for part in self._line(language):
                part.show()
            self._fill_more()
            self._lines[language][1].setFocus()
