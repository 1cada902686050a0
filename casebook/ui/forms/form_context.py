"""What the editors of a form may ask of the world, and how their wishes become changes."""

from typing import Any

from PySide6.QtCore import QObject, Signal

from casebook.domain.case import Case
from casebook.domain.changes import Aspect, Batch, Change, current, found, setting
from casebook.domain.citing import cited_keys
from casebook.domain.declaration import SectionSpec
from casebook.domain.entry_changes import adding
from casebook.domain.errors import CasebookError, VocabularyError
from casebook.domain.fields import LINKING, FieldSpec, Kind, field_spec, field_specs
from casebook.domain.records import Absence, Record, RecordId, Sensitivity
from casebook.domain.vocabulary import Vocabulary
from casebook.domain.wording import Wording
from casebook.storage.listing import ListQuery
from casebook.ui.forms.choice import Choice
from casebook.ui.forms.citing_sources import SOURCES, key_of, with_key
from casebook.ui.forms.matching import matches
from casebook.ui.workbench import Workbench

MOST = 20
"""Suggestions asked of the library at a time."""


class FormContext(QObject):
    """One per workspace: shared by all its forms.

    Records that were found in the library or just made wait here until a field links to them; `change` then brings
    them into the case together with the link.
    """

    record_wanted = Signal(str)
    """Somebody asked to see the record with this id."""

    def __init__(self, workbench: Workbench, parent: QObject | None = None) -> None:
        """Reads everything anew from `workbench`, so it stays right when another case is opened."""
        super().__init__(parent)
        self.workbench = workbench
        workbench.library_changed.connect(self._forget)
        workbench.records.changed.connect(self._renew)
        self._cases: dict[str, Choice] = {}
        self._waiting: dict[str, tuple[str, Record]] = {}

    @property
    def case(self) -> Case | None:
        """The open case."""
        return self.workbench.case

    @property
    def read_only(self) -> bool:
        """Whether nothing may be changed now."""
        return self.workbench.read_only

    @property
    def language(self) -> str:
        """Language of labels and terms."""
        return self.workbench.language

    @property
    def wording(self) -> Wording:
        """Puts values into words."""
        return self.workbench.wording

    def words(self, text: str) -> str:
        """A text of the declaration in the language of the window."""
        return self.wording.translate(text) if text else ""

    def vocabulary(self, key: str) -> Vocabulary:
        """The vocabulary with this key; an empty one when it is not installed."""
        held = self.workbench.vocabularies.get(key)
        return held or Vocabulary(key=key, title={}, terms=(), by_id={})

    def may_add_term(self, key: str) -> bool:
        """Whether the library may have terms of its own in a vocabulary."""
        held = self.workbench.word_lists.get(key)
        return held is not None and not held.fixed and self.workbench.word_lists.may_change

    def add_term(self, key: str, label: str, broader: str = "") -> str:
        """Add a term to a vocabulary, as a step that can be taken back; its id.

        Raises:
            VocabularyError: the vocabulary takes no such term.
            KeyError: there is no such vocabulary.
        """
        held = self.workbench.word_lists.get(key)
        if held is None:
            raise KeyError(key)
        after, term_id = held.adding(label, self.language, broader)
        self.workbench.word_lists.change(after, self.tr("Add to the word list"))
        if self.vocabulary(key).get(term_id) is None:
            raise VocabularyError(self.tr("The word could not be added to the list."))
        return term_id

    def section(self, key: str) -> SectionSpec | None:
        """The declared section with this key; None for links to cases or to any record."""
        case = self.case
        return case.declaration.sections.get(key) if case is not None else None

    def record(self, record_id: str) -> Record | None:
        """A record of the case, or one that waits to come into it."""
        held = self.case.find(record_id) if self.case is not None else None
        return held or self._waiting.get(record_id, ("", None))[1]

    def shared(self, key: str, text: str, limit: int = MOST) -> tuple[Record, ...]:
        """Records of a shared section that answer to `text`: those of the case first, then the library's."""
        case = self.case if self.section(key) is not None else None
        here = case.section(key) if case is not None else ()
        library = self.workbench.library
        there = library.cases.shared(key, text, limit) if library is not None else ()
        known = {record.id for record in here}
        fresh = [record for record in there if record.id not in known]
        known |= {record.id for record in fresh}
        made = [record for held, record in self._waiting.values() if held == key and record.id not in known]
        self._waiting |= {record.id: (key, record) for record in fresh}
        return (*(record for record in (*here, *made) if self.answers(record, text)), *fresh)

    def answers(self, record: Record, text: str) -> bool:
        """Whether each word of `text` begins a word of one of the record's names."""
        names = [self.wording.title(record, self.case)] if self.case is not None else []
        for spec in field_specs(type(record)):
            held = getattr(record, spec.name)
            names += held if spec.kind is Kind.CHIPS else [held] if spec.kind is Kind.LINE else []
        return matches(text, *names)

    def cases(self, text: str) -> tuple[Choice, ...]:
        """Other cases of the library that answer to `text`."""
        library = self.workbench.library
        rows = library.cases.page(ListQuery(text=text, limit=MOST)) if library is not None else ()
        mine = self.case.id if self.case is not None else ""
        found = tuple(
            Choice(value=row.id, label=row.title or row.ref_code, detail=row.ref_code)
            for row in rows
            if row.id != mine
        )
        self._cases |= {choice.value: choice for choice in found}
        return found

    def other_case(self, case_id: str) -> Choice:
        """A case of the library by its id; looked up once, since it is asked for at every change."""
        library = self.workbench.library
        if case_id not in self._cases and library is not None:
            try:
                other = library.cases.load(case_id)
                found = Choice(value=case_id, label=other.title or other.ref_code, detail=other.ref_code)
            except CasebookError:
                found = Choice(value=case_id, label=self.tr("A case that is not in this library"))
            self._cases[case_id] = found
        return self._cases.get(case_id, Choice(value=case_id, label=case_id))

    def create(self, key: str, text: str) -> RecordId:
        """Make a record of section `key` called `text`; it comes into the case with the link to it.

        Raises:
            KeyError: there is no such section.
        """
        section = self.section(key)
        if section is None:
            raise KeyError(key)
        values: dict[str, Any] = {section.summary.name: " ".join(text.split())}
        made = section.entry_type(**values)
        made = with_key(made, self.case.section(key) if self.case is not None else ())
        self._waiting[made.id] = (key, made)
        return made.id

    def change(self, record_id: str, field: str, value: Any) -> Change:
        """The change that gives a field a new value, ends its absence, and brings in the records it names.

        Raises:
            ChangeError: the record is no longer in the case.
        """
        case = self._open_case()
        step = setting(case, record_id, field, value)
        record = found(case, record_id)
        spec = field_spec(type(record), field)
        steps: list[Change] = [*self._arrivals(case, spec, value), step]
        if record.absences.get(field) is not None and not spec.is_empty(value):
            steps.append(setting(case, record_id, field, None, Aspect.ABSENCE))
        return step if len(steps) == 1 else Batch(changes=tuple(steps), label=self.words(spec.label))

    def absence_change(self, record_id: str, field: str, absence: Absence | None) -> Change:
        """The change that says why a field is empty, and empties it.

        Raises:
            ChangeError: the record is no longer in the case.
        """
        case = self._open_case()
        step = setting(case, record_id, field, absence, Aspect.ABSENCE)
        record = found(case, record_id)
        spec = field_spec(type(record), field)
        if absence is None or spec.is_empty(current(record, field)):
            return step
        return Batch(
            changes=(setting(case, record_id, field, spec.empty), step), label=self.words(spec.label)
        )

    def sensitivity_change(self, record_id: str, field: str, level: Sensitivity | None) -> Change:
        """The change that says who may see a field, or the whole record when `field` is OF_RECORD.

        Raises:
            ChangeError: the record is no longer in the case.
        """
        return setting(self._open_case(), record_id, field, level, Aspect.SENSITIVITY)

    def _forget(self) -> None:
        """Another library is open: what was found in the one before means nothing here."""
        self._waiting.clear()
        self._cases.clear()

    def _renew(self, changed: frozenset[str]) -> None:
        """Records were changed for all cases: those that wait come in as they are now."""
        library = self.workbench.library
        for record_id in changed & self._waiting.keys() if library is not None else ():
            key = self._waiting[record_id][0]
            for record in library.records.get(key, [record_id]) if library is not None else ():
                self._waiting[record_id] = (key, record)

    def _open_case(self) -> Case:
        if self.case is None:
            raise ValueError("no case is open")
        return self.case

    def _arrivals(self, case: Case, spec: FieldSpec, value: Any) -> list[Change]:
        """The waiting records that `value` links to or cites, as they come into the case."""
        arrivals: list[Change] = []
        for record_id in self._named(case, spec, value):
            if case.find(record_id) is None:
                key, record = self._waiting[record_id]
                arrivals.append(adding(case, key, record))
                case = arrivals[-1].apply(case)
        return arrivals

    def _named(self, case: Case, spec: FieldSpec, value: Any) -> list[str]:
        """Ids of the waiting records that `value` links to or cites."""
        if spec.kind in LINKING:
            linked = value if spec.many else (value,)
            return [record_id for record_id in linked if record_id in self._waiting]
        keys = cited_keys(value) if spec.kind is Kind.PROSE and self._waiting else set()
        keys -= {
            key_of(source) for source in case.section(SOURCES)
        }  # a key means the case's own source first
        return [record_id for record_id, (_key, record) in self._waiting.items() if key_of(record) in keys]
