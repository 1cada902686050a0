"""One column of a list and where it goes."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QHBoxLayout, QLabel, QSizePolicy

from casebook.domain.fields import Kind
from casebook.services.lists.mapping import ColumnChoice
from casebook.services.lists.targets import Target
from casebook.ui.forms.choice import Choice
from casebook.ui.forms.pick_line import PickLine
from casebook.ui.lists.target_choices import LEAVE_OUT, TargetChoices
from casebook.ui.widgets.elided_label import ElidedLabel
from casebook.ui.widgets.look import set_style_property, with_look

LISTED = frozenset({Kind.TERM, Kind.TERMS, Kind.COUNTRY, Kind.COUNTRIES, Kind.LANGUAGE, Kind.FLAG})
"""Kinds whose words come from a list that does not grow by an import."""


class ColumnLine(QFrame):
    """Emits `chosen` with a ColumnChoice."""

    chosen = Signal(object)

    def __init__(self, at: int, heading: str, examples: Sequence[str], choices: TargetChoices) -> None:
        """`at` is the number of the column, from 0."""
        super().__init__()
        self._choices = choices
        self._choice = ColumnChoice()
        self._state = QLabel()
        self._state.setObjectName(f"state-{at}")
        self._state.setFixedWidth(self.fontMetrics().horizontalAdvance("○") + 6)
        self._heading = with_look(ElidedLabel(heading), "card-title")
        self._examples = with_look(ElidedLabel(" · ".join(examples)), "small")
        self.line = self._make_line(at, heading)
        self.lenient = self._make_lenient(at, heading)
        for part in (self._heading, self._examples):
            part.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        grid = QGridLayout(self)
        grid.setContentsMargins(8, 6, 8, 6)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(2)
        below = QHBoxLayout()
        below.setSpacing(12)
        below.addWidget(self._examples, 1)
        below.addWidget(self.lenient)
        grid.addWidget(self._state, 0, 0)
        grid.addWidget(self._heading, 0, 1)
        grid.addWidget(self.line, 0, 2)
        grid.addLayout(below, 1, 1, 1, 2)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)

    def show_choice(self, choice: ColumnChoice, target: Target | None, refused: int) -> None:
        """Show where the column goes, and how many rows it keeps from coming in."""
        self._choice = choice
        self.line.show_choice(self._shown())
        listed = target is not None and (target.spec.kind in LISTED or _points(target))
        self.lenient.setVisible(listed)
        self.lenient.setChecked(choice.lenient)
        sign, words = "○", self.tr("left out")
        if choice.target:
            sign, words = "●", self.tr("taken")
        if choice.target and refused:
            sign = "▲"
            words = self.tr("1 row refused") if refused == 1 else self.tr("{} rows refused").format(refused)
        self._state.setText(sign)
        self._state.setToolTip(words)
        self._state.setAccessibleName(words)
        set_style_property(self._state, "look", "problem" if sign == "▲" else "muted" if sign == "○" else "")

    def _make_line(self, at: int, heading: str) -> PickLine:
        line = PickLine(self._choices, self)
        line.setObjectName(f"target-{at}")
        line.setAccessibleName(self.tr("Where the column “{}” goes").format(heading))
        line.setAccessibleDescription(self._examples.full_text)
        line.add_arrow()
        line.setMinimumWidth(self.fontMetrics().averageCharWidth() * 18)
        line.picked.connect(self._pick)
        line.cleared.connect(lambda: self._send(ColumnChoice()))
        line.left_with.connect(lambda _typed: line.show_choice(self._shown()))
        return line

    def _make_lenient(self, at: int, heading: str) -> QCheckBox:
        box = QCheckBox(self.tr("Leave unknown words out"))
        box.setObjectName(f"lenient-{at}")
        box.setAccessibleName(self.tr("Leave unknown words of “{}” out").format(heading))
        box.setToolTip(self.tr("Else a row with a word that is not in the list is refused."))
        box.clicked.connect(lambda on: self._send(ColumnChoice(target=self._choice.target, lenient=on)))
        return box

    def _shown(self) -> Choice:
        return self._choices.of(self._choice.target)

    def _pick(self, choice: Choice) -> None:
        target = "" if choice.value == LEAVE_OUT else choice.value
        self._send(ColumnChoice(target=target, lenient=self._choice.lenient and bool(target)))

    def _send(self, choice: ColumnChoice) -> None:
        self._choice = choice
        self.chosen.emit(choice)


def _points(target: Target) -> bool:
    """Whether the column names records that an import does not make."""
    return bool(target.spec.to) and target.spec.to not in ("actor_records", "source_records")
