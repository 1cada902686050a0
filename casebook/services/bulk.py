"""A change to many cases at once: what is wished, and as a plan what would come of it for each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import attrs

from casebook.domain.changes import OF_RECORD, Aspect, Batch, Change, SetField
from casebook.domain.checks import find_problems
from casebook.domain.errors import CasebookError
from casebook.domain.marking import _
from casebook.domain.records import RecordId, Sensitivity, TermRef
from casebook.domain.wording import Wording
from casebook.services.own_terms import vocabularies_of
from casebook.services.sweeping import CaseChange, Collecting, Trashing

if TYPE_CHECKING:
    from casebook.domain.vocabulary import Vocabularies
    from casebook.storage.case_facts import CaseFacts
    from casebook.storage.library import Library

REVIEWED = frozenset({"ready-for-review", "in-review", "approved", "published"})
"""States that a case with something to be fixed cannot reach."""

GONE = _("no longer in the library")
IN_TRASH = _("in the Trash; restore them first")
TO_FIX = _("something is to be fixed before review")
DAMAGED = _("damaged in the library")


@attrs.frozen(kw_only=True)
class Words:
    """What is to become of the words of a field that holds several."""

    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    renamed: tuple[tuple[str, str], ...] = ()
    """(as it stands, as it is to be)"""
    alone: bool = False
    """The words that are added take the place of all others."""

    def applied(self, words: Sequence[str]) -> tuple[str, ...]:
        """The words as they are to be; one that differs in capitals only is not added again.

        What is both added and removed stays.
        """
        if self.alone and self.added:
            return tuple(dict.fromkeys(self.added))
        other, removed = dict(self.renamed), {*self.removed} - {*self.added}
        named = (other.get(word, word) for word in words)
        kept = [word for word in named if word not in removed]
        known = {word.casefold() for word in kept}
        return tuple(dict.fromkeys([*kept, *(word for word in self.added if word.casefold() not in known)]))


@attrs.frozen(kw_only=True)
class Wish:
    """How each case of a selection is to be; what is left empty stays as it is."""

    status: str = ""
    language: str = ""
    sensitivity: Sensitivity | None = None
    tags: Words = attrs.field(factory=Words)
    authors: Words = attrs.field(factory=Words)
    into: str = ""
    """Id of a collection to put the cases into."""
    out_of: str = ""
    """Id of a collection to take them out of."""
    trash: bool | None = None
    """Into the Trash, or out of it."""
    everywhere: bool = False
    """Also cases that stay in the Trash."""

    @property
    def fields(self) -> tuple[str, ...]:
        """Names of the header fields that are to change."""
        terms = [name for name in ("status", "language") if getattr(self, name)]
        return (*terms, *(name for name in ("tags", "authors") if getattr(self, name) != Words()))

    @property
    def empty(self) -> bool:
        """Whether nothing is wished."""
        return self == Wish(everywhere=self.everywhere)

    def value(self, field: str, held: Any) -> Any:
        """What a field is to hold, where it holds `held` now."""
        wanted = getattr(self, field)
        if isinstance(wanted, Words):
            return wanted.applied(held)
        return TermRef(wanted) if field == "status" else wanted


@attrs.frozen(kw_only=True)
class Line:
    """A case of a plan; `reason` says why nothing would be changed in it, as a phrase, where it was refused."""

    case_id: str
    title: str = ""
    ref_code: str = ""
    reason: str = ""


@attrs.frozen(kw_only=True)
class Plan:
    """What a wish comes to: each case of the selection stands in one of the three lists."""

    changing: tuple[Line, ...] = ()
    same: tuple[Line, ...] = ()
    """Those that are so already."""
    refused: tuple[Line, ...] = ()
    changes: tuple[CaseChange, ...] = ()
    """What a Sweep is to make."""

    @property
    def reasons(self) -> Mapping[str, tuple[Line, ...]]:
        """The refused cases by the reason."""
        by_reason: dict[str, list[Line]] = {}
        for line in self.refused:
            by_reason.setdefault(line.reason, []).append(line)
        return {reason: tuple(lines) for reason, lines in by_reason.items()}


def plan(
    library: Library,
    case_ids: Sequence[str],
    wish: Wish,
    look: Callable[[int, int], bool] = lambda _at, _of: True,
    vocabularies: Vocabularies | None = None,
) -> Plan:
    """What the wish comes to for these cases; nothing is changed.

    `look` is told how far it is, and says whether to go on; where it does not, the rest is left out.

    Raises:
        LibraryError: what is on the disk cannot be read.
    """
    ids = tuple(dict.fromkeys(case_ids))
    planner = _Planner(library, wish, ids, vocabularies)
    changing: list[Line] = []
    same: list[Line] = []
    refused: list[Line] = []
    for at, case_id in enumerate(ids):
        if not look(at, len(ids)):
            break
        line = planner.line(case_id)
        (refused if line.reason else changing if planner.take() else same).append(line)
    return Plan(changing=tuple(changing), same=tuple(same), refused=tuple(refused), changes=planner.changes())


class _Planner:
    """Looks at one case after the other and gathers what is to be made."""

    def __init__(
        self, library: Library, wish: Wish, ids: tuple[str, ...], vocabularies: Vocabularies | None
    ) -> None:
        self._library = library
        self._wish = wish
        self._facts = library.facts.read(ids, wish.fields)
        self._within = {one: library.collections.held(one) for one in (wish.into, wish.out_of) if one}
        self._vocabularies = vocabularies
        self._trashed: frozenset[str] | None = None
        self._found: list[CaseChange] = []
        self._made: dict[str, list[CaseChange]] = {"fields": [], "into": [], "out": [], "trash": []}

    def line(self, case_id: str) -> Line:
        """The case with the reason why it is refused, if it is; else its changes wait to be taken."""
        facts = self._facts.get(case_id)
        self._found = []
        if facts is None:
            return Line(case_id=case_id, reason=GONE)
        reason = ""
        fields = self._of_fields(facts)
        if facts.trashed and self._leaves_trash_alone:
            reason = IN_TRASH
        elif self._goes_to_review(fields):
            reason = self._hindrance(case_id, fields)
        if not reason:
            self._found = [*fields, *self._of_collections(facts), *self._of_trash(facts)]
        return Line(case_id=case_id, title=facts.title, ref_code=facts.ref_code, reason=reason)

    @property
    def _leaves_trash_alone(self) -> bool:
        """Whether the wish is nothing for a case in the Trash: it is neither to come out nor just to go in."""
        wish = self._wish
        only_trash = wish == Wish(trash=wish.trash, everywhere=wish.everywhere)
        return not wish.everywhere and wish.trash is not False and not only_trash

    def take(self) -> bool:
        """Keep what `line` found last; whether it is anything."""
        for change in self._found:
            self._made[_kind(change)].append(change)
        return bool(self._found)

    def changes(self) -> tuple[CaseChange, ...]:
        """Everything taken: fields first, then collections, the Trash last."""
        return tuple(change for kind in self._made.values() for change in kind)

    def _of_fields(self, facts: CaseFacts) -> list[CaseChange]:
        steps = tuple(self._settings(facts))
        if not steps:
            return []
        return [CaseChange(case_id=facts.id, change=steps[0] if len(steps) == 1 else Batch(changes=steps))]

    def _settings(self, facts: CaseFacts) -> Iterator[Change]:
        target, level = RecordId(facts.id), self._wish.sensitivity
        for field, held in facts.values.items():
            new = self._wish.value(field, held)
            if new == held:
                continue
            yield SetField(target=target, field=field, old=held, new=new)
            if field in facts.absent and new:
                yield from self._ending_absence(facts.id, field)
        if level is not None and level is not facts.sensitivity:
            yield SetField(
                target=target,
                field=OF_RECORD,
                old=facts.sensitivity,
                new=level,
                aspect=Aspect.SENSITIVITY,
            )

    def _ending_absence(self, case_id: str, field: str) -> Iterator[Change]:
        old = self._library.cases.load(case_id).absences.get(field)
        yield SetField(target=RecordId(case_id), field=field, old=old, new=None, aspect=Aspect.ABSENCE)

    def _of_collections(self, facts: CaseFacts) -> list[CaseChange]:
        found, into, out_of = [], self._wish.into, self._wish.out_of
        if into and facts.id not in self._within[into]:
            found.append(CaseChange(case_id=facts.id, change=Collecting(collection_id=into)))
        if out_of and facts.id in self._within[out_of]:
            found.append(CaseChange(case_id=facts.id, change=Collecting(collection_id=out_of, out=True)))
        return found

    def _of_trash(self, facts: CaseFacts) -> list[CaseChange]:
        wanted = self._wish.trash
        if wanted is None or wanted is facts.trashed:
            return []
        return [CaseChange(case_id=facts.id, change=Trashing(out=not wanted))]

    def _goes_to_review(self, fields: Sequence[CaseChange]) -> bool:
        """Whether the case gets a state it can only have with nothing left to be fixed."""
        return self._wish.status in REVIEWED and any(
            isinstance(step, SetField) and step.field == "status"
            for one in fields
            for step in (one.change.changes if isinstance(one.change, Batch) else (one.change,))
        )

    def _hindrance(self, case_id: str, fields: Sequence[CaseChange]) -> str:
        """Why a case, as it would be, cannot go to review; empty when it can."""
        if self._trashed is None:
            self._trashed = self._library.cases.trashed_ids()
        if self._vocabularies is None:
            self._vocabularies = vocabularies_of(self._library)
        try:
            case = self._library.cases.load(case_id)
            for one in fields:
                if not isinstance(one.change, Trashing | Collecting):
                    case = one.change.apply(case)
        except CasebookError:
            return DAMAGED
        found = find_problems(case, self._trashed, Wording(vocabularies=self._vocabularies))
        return TO_FIX if any(finding.binding for finding in found) else ""


def _kind(change: CaseChange) -> str:
    if isinstance(change.change, Trashing):
        return "trash"
    if isinstance(change.change, Collecting):
        return "out" if change.change.out else "into"
    return "fields"
