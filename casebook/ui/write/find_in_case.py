"""Finds and replaces in the open case: searches as one types, walks from place to place, replaces what is chosen."""

from collections.abc import Callable, Sequence
from typing import Any

import attrs
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from casebook.domain.case import Case
from casebook.domain.find_in_case import Occurrence, occurrences, roots_of
from casebook.ui.forms.field_editor import FieldEditor
from casebook.ui.widgets.focus import focused, holds_focus
from casebook.ui.workbench import Workbench
from casebook.ui.write.find_panel import LONGEST, FindPanel
from casebook.ui.write.find_words import count_words, note_words
from casebook.ui.write.pane_room import PaneRoom
from casebook.ui.write.place_names import PlaceNames

MOST = 500
"""Places shown; what is not shown is not replaced."""

AGAIN = 300
"""Milliseconds after a change of the case at which is searched again."""


class FindInCase(QObject):
    """Nothing is replaced that was not in the list when the person pressed the button."""

    def __init__(
        self, workbench: Workbench, panel: FindPanel, room: PaneRoom, show: Callable[[str, str], None]
    ) -> None:
        """`show` takes the person to a field of a record."""
        super().__init__(panel)
        self._workbench, self._panel, self._room, self._show = workbench, panel, room, show
        self._all: tuple[Occurrence, ...] = ()
        self._case: Case | None = None
        self._at = -1
        self._before: QWidget | None = None
        self._again = QTimer(self, singleShot=True, interval=AGAIN)
        self._again.timeout.connect(self._search)
        panel.asked.connect(lambda: self._search(anew=True))
        panel.step_wanted.connect(self.step)
        panel.replace_wanted.connect(self.replace)
        panel.closed.connect(self.close)
        panel.tree.chosen.connect(self._go)
        panel.tree.found.chosen_changed.connect(self._say)
        panel.all.clicked.connect(self._choose_all)
        workbench.case_changed.connect(lambda _case, _change: self._case_changed())
        workbench.case_opened.connect(self._opened)

    @property
    def shown(self) -> bool:
        """Whether the panel is open."""
        return not self._panel.isHidden()

    def open(self, *, replacing: bool) -> None:
        """Show the panel, on what is marked in the text one works in, if anything is."""
        words = _marked(focused())
        if not self.shown:
            self._come_from(focused())
        self._room.show_finding(True)
        if replacing or not self._panel.replaces:
            self._panel.show_replace(replacing)
        self._panel.focus_find(words)
        self._search(anew=bool(words) or self._panel.pending)

    def close(self) -> None:
        """Close the panel and go back to where one was."""
        inside = holds_focus(self._panel)
        self._room.show_finding(False)
        place = self._standing()
        if inside and place is not None:
            self._show(place.record_id, place.field)
        elif inside and self._before is not None:
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)

    def section_shown(self, key: str) -> None:
        """This part or section is on the page now."""
        self._panel.scope.shown = key

    def step(self, by: int) -> None:
        """Go to the next place (1) or the one before (-1), round and round."""
        if not self._panel.words.text():
            self.open(replacing=self._panel.replaces)
            return
        self._bring_up_to_date()
        found = self._panel.tree.found.found
        if found:
            at = self._at if self._at >= 0 or by > 0 else 0
            self._go(found[(at + by) % len(found)])

    def replace(self) -> None:
        """Replace what is chosen, as one step; not before the person has seen all of it."""
        if self._bring_up_to_date():
            words = self.tr("The list has changed in the meantime. Look at it, then replace.")
            self._workbench.told.emit(words, None)
            return
        outcome = self._panel.tree.found.outcome
        if outcome is None or not outcome.done or self._workbench.read_only:
            return
        count, new = len(outcome.done), self._panel.replacement.text()
        old = self._panel.words.text()
        words = self.tr("“{old}” replaced by “{new}”, {n} ×") if new else self.tr("“{old}” taken out, {n} ×")
        label = words.format(old=_short(old), new=_short(new), n=count)
        before = self._workbench.case
        self._workbench.apply(attrs.evolve(outcome.batch, label=label), label)
        if self._workbench.case is not before:
            self._search()
            said = self.tr("Replaced in one place.") if count == 1 else self.tr("Replaced in {} places.")
            self._workbench.told.emit(said.format(count), self._workbench.undo)

    def _come_from(self, widget: QWidget | None) -> None:
        """Remember where the keyboard was, as long as that is there."""
        self._before = widget
        if widget is not None:
            widget.destroyed.connect(self._forget)

    def _forget(self) -> None:
        self._before = None

    def _bring_up_to_date(self) -> bool:
        """Search again if what is shown is not what is there; whether that showed something else."""
        self._workbench.settling.emit()
        if self._panel.pending:
            self._search(anew=True)
            return True
        before = self._all
        if self._workbench.case is not self._case:
            self._search()
        return self._all != before

    def _search(self, *, anew: bool = False) -> None:
        self._again.stop()
        panel, case = self._panel, self._workbench.case
        wanted = panel.wanted
        before, standing = panel.tree.found.found, self._standing()
        scrolled = panel.tree.verticalScrollBar().value()
        self._case = case
        wording = self._workbench.wording
        if case is not None:
            names = PlaceNames(case, wording)
            panel.scope.offer([(key, names.title(key)) for key in roots_of(case)])
        self._all = occurrences(case, wanted, panel.scope.roots) if case is not None else ()
        panel.tree.found.show_found(case, self._all[:MOST], wording, anew=anew)
        found = panel.tree.found.found
        if anew or not found:
            self._at = -1
            return
        panel.tree.verticalScrollBar().setValue(scrolled)
        same = _still_there(standing, before, found) if standing is not None else -1
        if same >= 0:
            self._stand(same)
        else:
            self._at = max(
                min(self._at, len(found)) - 1, -1
            )  # it was changed, and the next one has taken its place

    def _standing(self) -> Occurrence | None:
        found = self._panel.tree.found.found
        return found[self._at] if 0 <= self._at < len(found) else None

    def _stand(self, at: int) -> None:
        self._at = at
        self._panel.tree.stand_on(self._panel.tree.found.found[at])

    def _go(self, occurrence: Occurrence) -> None:
        """Show a place on the page, with the words marked."""
        found = self._panel.tree.found.found
        if occurrence not in found:
            return
        self._stand(found.index(occurrence))
        self._show(occurrence.record_id, occurrence.field)
        editor = _editor_around(focused())
        if editor is not None and editor.spec.name == occurrence.field:
            editor.mark_place(occurrence)

    def _choose_all(self) -> None:
        found = self._panel.tree.found
        found.choose_all(found.all_chosen is not Qt.CheckState.Checked)

    def _case_changed(self) -> None:
        if self.shown:
            self._again.start()

    def _opened(self) -> None:
        """Another case was opened, or none is open any more."""
        if self._workbench.case is None:
            self._room.show_finding(False)
        self._search(anew=True)

    def _say(self) -> None:
        """Say how much was found and is chosen."""
        panel, found = self._panel, self._panel.tree.found
        outcome = found.outcome
        chosen = len(outcome.done) if outcome is not None else 0
        looked = bool(panel.words.text())
        panel.count.setText(count_words(self._all, len(found.found), outcome) if looked else _hint(self))
        notes = note_words(found.found, outcome, self._workbench.read_only) if looked else ""
        panel.notes.setText(notes)
        panel.notes.setVisible(bool(notes))
        panel.all.setCheckState(found.all_chosen)
        panel.all.setEnabled(bool(found.found))
        words = self.tr("Replace {}") if panel.replacement.text() else self.tr("Take out {}")
        panel.replace.setText(words.format(chosen) if chosen else self.tr("Replace"))
        panel.replace.setEnabled(chosen > 0 and not self._workbench.read_only)


def _still_there(place: Occurrence, before: Sequence[Occurrence], now: Sequence[Occurrence]) -> int:
    """Where a place stands among those found now; -1 when its field does not hold as many as before."""

    def same_field(places: Sequence[Occurrence]) -> list[int]:
        field = place.record_id, place.field
        return [at for at, one in enumerate(places) if (one.record_id, one.field) == field]

    there = same_field(now)
    return there[place.number] if len(there) == len(same_field(before)) else -1


def _hint(speaker: QObject) -> str:
    return speaker.tr("Type what to look for.")


def _marked(widget: QWidget | None) -> str:
    """What is marked in the field one works in, if it is a few words on one line."""
    words = ""
    if isinstance(widget, QLineEdit) and _editor_around(widget) is not None:
        words = widget.selectedText()
    elif isinstance(widget, QPlainTextEdit):
        words = widget.textCursor().selectedText()
    return words if words and len(words) <= LONGEST and "\u2029" not in words else ""


def _editor_around(widget: Any) -> FieldEditor | None:
    while widget is not None and not isinstance(widget, FieldEditor):
        widget = widget.parentWidget()
    return widget


def _short(words: str, most: int = 40) -> str:
    return words if len(words) <= most else f"{words[: most - 1]}…"
