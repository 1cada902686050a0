"""Where a change can be seen: the record and field to show after it was undone or made again."""

from collections.abc import Iterator

from casebook.domain.case import Case
from casebook.domain.changes import Batch, Change, InsertEntry, MoveEntry, RemoveEntry, SetField
from casebook.domain.records import SharedRecord
from casebook.domain.sections.evidence import Evidence

Place = tuple[str, str]
"""(record id, field), as in the window's `go_to`: the case's own id goes with a header field or a section key."""

Step = SetField | InsertEntry | RemoveEntry | MoveEntry


def place_of(case: Case, change: Change, shown: str = "") -> Place:
    """The place in `case`, as it is after `change`, that shows what the change did.

    What happened in the section `shown` is looked for first, so that nobody is taken elsewhere without need. A batch
    is shown where its main step is: the entry that others of the batch stand in, else the field that brought a
    shared record along, else the claim a source was linked to. What was removed is shown by its parent or section.
    """
    steps = tuple(_steps(change))
    structural = [step for step in steps if not isinstance(step, SetField)]
    own: set[str] = {step.entry.id for step in structural if not isinstance(step, MoveEntry)}
    here = [step for step in structural if step.section == shown]
    main = here or [step for step in structural if not _follows(step, own)]
    if main:
        return _place_of_step(case, main[0], here=bool(here))
    for step in steps:
        if isinstance(step, SetField):
            return (step.target, step.field) if case.find(step.target) is not None else (case.id, "")
    if not structural:
        return case.id, ""
    # A link brings its source along before it; a source that goes takes its links along after it.
    takes_out = isinstance(structural[0], RemoveEntry)
    return _place_of_step(case, structural[0 if takes_out else -1], here=False)


def _steps(change: Change) -> Iterator[Step]:
    if isinstance(change, Batch):
        for step in change.changes:
            yield from _steps(step)
    else:
        yield change


def _follows(step: InsertEntry | RemoveEntry | MoveEntry, own: set[str]) -> bool:
    """Whether a step only follows from another of its batch, or may do so."""
    if isinstance(step, MoveEntry):
        return False
    return (
        isinstance(step.entry, SharedRecord | Evidence) or (getattr(step.entry, "parent", None) or "") in own
    )


def _place_of_step(case: Case, step: InsertEntry | RemoveEntry | MoveEntry, *, here: bool) -> Place:
    if isinstance(step, MoveEntry):
        return case.section(step.section)[step.end].id, ""
    entry = step.entry
    claim = None if here else getattr(entry, "claim", None)
    for near in (claim, entry.id, getattr(entry, "parent", None)):
        if near and near != case.id and case.find(near) is not None:
            return near, ""
    return case.id, step.section
