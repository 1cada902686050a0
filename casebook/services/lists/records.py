"""Finds the records that a list names, shared ones and those of the case, and makes the shared ones that are missing."""

from collections.abc import Iterable, Mapping

from casebook.domain.case import ANOTHER_CASE, Case
from casebook.domain.declaration import Declaration
from casebook.domain.errors import CasebookError
from casebook.domain.fields import EVERY_RECORD, Kind
from casebook.domain.marking import _
from casebook.domain.records import Record, SharedRecord
from casebook.domain.wording import Wording
from casebook.services.lists.names import folded

ALSO_NAMES = ("aliases", "citation_key")
"""Fields that name a shared record, beside its summary and its short form."""
LONGEST_NAME = 300
"""Characters a new record may be called by."""


class UnknownNameError(CasebookError):
    """A name that nothing goes by; a column may have such names left out."""


class Records:
    """What names in a list point to; a shared record that is missing is made once for all rows."""

    def __init__(
        self,
        declaration: Declaration,
        shared: Mapping[str, Iterable[SharedRecord]],
        references: Mapping[str, str],
        case: Case | None = None,
        wording: Wording | None = None,
    ) -> None:
        """`shared`: all the library has, by section; `references`: ids of cases by reference; `case`: the open one."""
        self._declaration = declaration
        self._case, self._wording = case, wording
        self._by_id: dict[str, Record] = {}
        self._by_name: dict[str, dict[str, list[str]]] = {ANOTHER_CASE: {}}
        self._made: dict[tuple[str, str], SharedRecord] = {}
        self._fresh: set[str] = set()
        for code, case_id in references.items():
            self._by_name[ANOTHER_CASE].setdefault(folded(code), []).append(case_id)
        for key, records in shared.items():
            self._take_shared(key, records)
        if case is not None and wording is not None:
            self._take_case(case, wording)

    def known(self, to: str, text: str) -> bool:
        """Whether something goes by this name already."""
        return folded(text) in self._by_name.get(to, {})

    def find(self, to: str, text: str) -> str:
        """The id of the record of section `to` that goes by a name; a shared one is made where there is none.

        Raises:
            UnknownNameError: nothing goes by it, and it cannot be made from a name.
            CasebookError: several do.
        """
        named = folded(text)
        found = self._by_name.get(to, {}).get(named, ())
        if len(found) > 1:
            raise CasebookError(_("“{name}” could be several records.").format(name=text[:60]))
        if found:
            return found[0]
        section = self._declaration.sections.get(to)
        if section is None or not section.shared or section.summary.kind is not Kind.LINE:
            raise UnknownNameError(_("“{name}” is not in the case or library.").format(name=text[:60]))
        if len(text) > LONGEST_NAME:
            raise CasebookError(_("“{name}…” is too long for a name.").format(name=text[:40]))
        if (to, named) not in self._made:
            values = {section.summary.name: text}
            made = section.entry_type(**values)  # type: ignore[arg-type]
            self._made[to, named] = made  # type: ignore[assignment]
            self._by_id[made.id] = made
            self._fresh.add(made.id)
        return self._made[to, named].id

    def shared_record(self, record_id: str) -> SharedRecord | None:
        """The shared record with this id, found or made."""
        held = self._by_id.get(record_id)
        return held if isinstance(held, SharedRecord) else None

    def is_new(self, record_id: str) -> bool:
        """Whether a shared record was made here."""
        return record_id in self._fresh

    def section_of(self, record: SharedRecord) -> str:
        """The key of the section a shared record belongs to."""
        sections = self._declaration.shared_sections
        return next(section.key for section in sections if section.entry_type is type(record))

    def _take_shared(self, key: str, records: Iterable[SharedRecord]) -> None:
        fields = self._declaration.sections[key].fields
        # The official name is stronger than a short one, and that than any other.
        ranks = [spec.name for spec in fields if spec.summary]
        ranks += [spec.name for spec in fields if spec.short_form or spec.name in ALSO_NAMES]
        table = self._by_name.setdefault(key, {})
        held = [record for record in records if not record.trashed]
        self._by_id |= {record.id: record for record in held}
        for name in ranks:
            this_rank: dict[str, list[str]] = {}
            for record in held:
                value = getattr(record, name)
                for text in (value,) if isinstance(value, str) else value:
                    ids = this_rank.setdefault(folded(text), [])
                    if folded(text) and record.id not in ids:
                        ids.append(record.id)
            for text, ids in this_rank.items():
                table.setdefault(text, ids)

    def _take_case(self, case: Case, wording: Wording) -> None:
        every = self._by_name.setdefault(EVERY_RECORD, {})
        for key, section in self._declaration.sections.items():
            for record in case.section(key):
                name = folded(wording.title(record, case))
                every.setdefault(name, []).append(record.id)
                if not section.shared:
                    self._by_name.setdefault(key, {}).setdefault(name, []).append(record.id)
