"""The names of the files: a pattern to type, fields from a menu, and the name it makes."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QMenu, QPushButton, QVBoxLayout, QWidget

from casebook.domain.errors import PublishError
from casebook.publishing.file_names import file_stem
from casebook.publishing.name_patterns import FIELDS, LONGEST_PATTERN, SUGGESTED, stem_of
from casebook.ui.i18n import translated
from casebook.ui.widgets.look import set_style_property, with_look


class NameChoice(QWidget):
    """Emits `changed` while the pattern is typed; an empty one makes the usual name."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words: Mapping[str, str] = {}
        self._usual, self._ending = "", ".pdf"
        self._pattern = QLineEdit()
        self._pattern.setObjectName("file-name")
        self._pattern.setAccessibleName(self.tr("Pattern of the file names"))
        self._pattern.setPlaceholderText(self.tr("The usual name"))
        self._pattern.setMaxLength(LONGEST_PATTERN)
        self._pattern.textChanged.connect(lambda _text: self._show())
        self._pattern.textEdited.connect(lambda _text: self.changed.emit())
        add = QPushButton(self.tr("Field"))
        add.setObjectName("file-name-field")
        add.setAccessibleName(self.tr("Put a field into the file name"))
        add.setMenu(self._menu(add))
        self._made = with_look(QLabel(), "small")
        self._made.setObjectName("file-name-made")
        self._made.setWordWrap(True)
        self._made.setTextFormat(Qt.TextFormat.PlainText)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._pattern, 1)
        row.addWidget(add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self._made)

    @property
    def pattern(self) -> str:
        """The pattern; empty for the usual name."""
        return self._pattern.text().strip()

    @property
    def problem(self) -> str:
        """Why the pattern makes no name; empty when it does."""
        try:
            stem_of(self.pattern, self._words)
        except PublishError as error:
            return str(error)
        return ""

    def show_pattern(self, pattern: str) -> None:
        """Show another pattern."""
        if pattern != self._pattern.text():
            self._pattern.setText(pattern)

    def show_example(self, words: Mapping[str, str], template: str, audience: str, ending: str) -> None:
        """The words of the first case, for the name that is shown below."""
        self._words, self._ending = dict(words), ending
        self._usual = file_stem(words["reference"], words["title"], template, audience)
        self._show()

    def _show(self) -> None:
        problem = self.problem
        name = (stem_of(self.pattern, self._words) if self.pattern else self._usual) if not problem else ""
        self._made.setText(problem or name + self._ending)
        set_style_property(self._made, "look", "problem" if problem else "small")

    def _menu(self, button: QPushButton) -> QMenu:
        menu = QMenu(button)
        for name, label in FIELDS.items():
            action = menu.addAction(translated(label))
            action.setObjectName(f"field-{name}")
            action.triggered.connect(lambda _on=False, field=name: self._put(f"{{{field}}}"))
        menu.addSeparator()
        example = menu.addAction(self.tr("Reference, title, report and audience"))
        example.setObjectName("field-suggested")
        example.triggered.connect(lambda: self._put(SUGGESTED, whole=True))
        return menu

    def _put(self, text: str, *, whole: bool = False) -> None:
        if whole:
            self._pattern.selectAll()
        elif self._pattern.cursorPosition() and not self._pattern.hasSelectedText():
            before = self._pattern.text()[: self._pattern.cursorPosition()]
            text = text if before.endswith(" ") else f" {text}"
        self._pattern.insert(text)
        self._pattern.setFocus()
        self.changed.emit()
