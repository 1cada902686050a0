"""What is to be changed in the cases of a selection, as a form."""

from __future__ import annotations

from collections.abc import Sequence

import attrs
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLabel, QVBoxLayout, QWidget

from casebook.domain.case import Case
from casebook.domain.fields import field_spec
from casebook.domain.marking import _
from casebook.domain.records import Sensitivity
from casebook.iso_names import languages
from casebook.services.bulk import Wish, Words
from casebook.ui.forms.chips_editor import ChipsEditor
from casebook.ui.forms.form_context import FormContext
from casebook.ui.organise.tag_offers import TagOffers
from casebook.ui.widgets.look import with_look
from casebook.ui.workbench import Workbench

Offer = tuple[str, str]
"""What a line of a choice reads, and what it stands for."""

WORDS = {
    "add_tags": _("Add tags"),
    "remove_tags": _("Take tags away"),
    "authors": _("Authors"),
}


class WishForm(QWidget):
    """Everything is left as it is until something is chosen; emits `changed`."""

    changed = Signal()

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._context = FormContext(workbench, self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 12, 0)
        self._column.setSpacing(4)
        self._combos: dict[str, QComboBox] = {}
        self._words: dict[str, ChipsEditor] = {}
        self._add_choice("status", self.tr("Status"), self._statuses())
        self._add_choice("sensitivity", self.tr("Who may see it"), self._levels())
        self._add_choice("language", self.tr("Language"), self._languages())
        self._add_words("add_tags", "tags")
        self._add_words("remove_tags", "tags")
        self.offers = TagOffers(workbench.tag_colours)
        self.offers.picked.connect(lambda tag: self._words["remove_tags"].add((tag,)))
        self._column.addWidget(self.offers)
        self._add_choice(
            "people",
            self.tr("Who works on it"),
            [(self.tr("Take authors away"), "remove"), (self.tr("Replace the authors"), "replace")],
            self.tr("Add authors"),
        )
        self._add_words("authors", "authors")
        collections = self._collections()
        self._add_choice("into", self.tr("Put into collection"), collections)
        self._add_choice("out_of", self.tr("Take out of collection"), collections)
        self._add_choice(
            "trash",
            self.tr("Trash"),
            [(self.tr("Move to Trash"), "in"), (self.tr("Restore from Trash"), "out")],
        )
        self._column.addStretch(1)

    def wish(self) -> Wish:
        """What is chosen now."""
        chosen = {name: str(combo.currentData() or "") for name, combo in self._combos.items()}
        words = {name: editor.value() for name, editor in self._words.items()}
        how, people = chosen["people"], words["authors"]
        return Wish(
            status=chosen["status"],
            language=chosen["language"],
            sensitivity=Sensitivity.of(chosen["sensitivity"]) if chosen["sensitivity"] else None,
            tags=Words(added=words["add_tags"], removed=words["remove_tags"]),
            authors=Words(removed=people)
            if how == "remove"
            else Words(added=people, alone=how == "replace" and bool(people)),
            into=chosen["into"],
            out_of=chosen["out_of"],
            trash={"in": True, "out": False}.get(chosen["trash"]),
        )

    def flush(self) -> None:
        """Take in the word that is being typed."""
        for editor in self._words.values():
            editor.flush()

    def _add_choice(self, name: str, label: str, offers: Sequence[Offer], first: str = "") -> None:
        combo = QComboBox()
        combo.setObjectName(f"wish-{name}")
        combo.setAccessibleName(label)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setMinimumContentsLength(10)
        combo.addItem(first or self.tr("Leave as it is"), "")
        for text, value in offers:
            combo.addItem(text, value)
        combo.setEnabled(bool(offers))
        combo.currentIndexChanged.connect(lambda _row: self.changed.emit())
        head = with_look(QLabel(label), "label")
        head.setBuddy(combo)
        self._column.addWidget(head)
        self._column.addWidget(combo)
        self._column.addSpacing(4)
        self._combos[name] = combo

    def _add_words(self, name: str, field: str) -> None:
        spec = attrs.evolve(
            field_spec(Case, field), name=name, label=WORDS[name], hint="", expected=False, required=False
        )
        editor = ChipsEditor(spec, self._context)
        editor.head.set_read_only(True)  # what is missing, and who may see it, is said case by case
        if field == "tags":
            editor.colour_tags()
        editor.edited.connect(lambda _value: self.changed.emit())
        self._column.addWidget(editor)
        self._column.addSpacing(4)
        self._words[name] = editor

    def _statuses(self) -> list[Offer]:
        held = self._workbench.vocabularies.get("status")
        if held is None:
            return []
        language = self._workbench.language
        return [(term.words(language), term.id) for _depth, term in held.walk() if not term.deprecated_by]

    def _levels(self) -> list[Offer]:
        return [(self._workbench.wording.sensitivity(level), level.key) for level in Sensitivity]

    def _languages(self) -> list[Offer]:
        return [(name, code) for code, name in languages(self._workbench.language).items()]

    def _collections(self) -> list[Offer]:
        library = self._workbench.library
        every = library.collections.all() if library is not None else []
        return [("    " * one.depth + one.name, one.id) for one in every]
