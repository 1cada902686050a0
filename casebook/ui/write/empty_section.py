"""What an empty section shows: what belongs here, the one next step, and the ways to say there is nothing."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from casebook.domain.case import Case
from casebook.domain.declaration import SectionSpec
from casebook.domain.records import Absence
from casebook.ui.widgets.chip import Chip
from casebook.ui.widgets.look import with_look
from casebook.ui.workbench import Workbench


class EmptySection(QWidget):
    """Emits `absence_chosen` with an Absence, or None for "not recorded"."""

    add_wanted = Signal()
    absence_chosen = Signal(object)

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        """Says nothing until `show_section`."""
        super().__init__(parent)
        self._workbench = workbench
        self._words = with_look(QLabel(), "muted")
        self._words.setWordWrap(True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._absence = Chip("", "notice", self)
        self.add = with_look(QPushButton(), "primary")
        self.add.setObjectName("grow")
        self.add.setProperty("pane", True)
        self.add.clicked.connect(self.add_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 24, 20, 24)
        column.setSpacing(8)
        column.addStretch(2)
        for part in (self._words, self._absence, self.add):
            column.addWidget(
                part, 0, Qt.AlignmentFlag.AlignHCenter if part is not self._words else Qt.AlignmentFlag(0)
            )
        column.addSpacing(16)
        self._choices: dict[Absence | None, QPushButton] = {}
        for absence in (Absence.NONE_FOUND, Absence.NOT_APPLICABLE, None):
            button = with_look(QPushButton(), "link")
            button.setObjectName(f"absence-{absence.value if absence else 'not-recorded'}")
            button.clicked.connect(lambda _checked=False, chosen=absence: self.absence_chosen.emit(chosen))
            self._choices[absence] = button
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def show_section(self, case: Case, spec: SectionSpec) -> None:
        """Show what section `spec` is for, and what is said about its being empty."""
        wording = self._workbench.wording
        absence = case.absences.get(spec.key)
        words = wording.translate
        self._words.setText(words(spec.guidance))
        self._absence.setVisible(absence is not None)
        self._absence.show_term(wording.absence(absence), "notice")
        self.add.setText(words(spec.grow) if spec.grow else self.tr("Add"))
        self.add.setEnabled(not self._workbench.read_only)
        for choice, button in self._choices.items():
            button.setVisible(choice is not absence and not spec.shared and not self._workbench.read_only)
            button.setText(self.tr("Mark as: {words}").format(words=wording.absence(choice)))
