"""Cases that are new to a library: an empty one, a quick capture, a copy of another."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING, Any, TypeVar

import attrs

from casebook.domain.case import Case, new_case
from casebook.domain.changes import Batch, Change, setting
from casebook.domain.dates import When
from casebook.domain.fields import LINKING, field_specs
from casebook.domain.identity import new_id
from casebook.domain.records import Entry, Markdown, Record, RecordId, Stamp, TermRef
from casebook.domain.sections.actors import Participant
from casebook.domain.sections.registry import Actor
from casebook.services.editing import now, stamp_changes

if TYPE_CHECKING:
    # SQLAlchemy takes a quarter of a second to import; the window is shown before it is needed.
    from casebook.storage.library import Library

R = TypeVar("R", bound=Record)


@attrs.frozen(kw_only=True)
class Capture:
    """What somebody notes of a case in a minute; `who` are shared actors, found or new."""

    title: str
    countries: tuple[str, ...] = ()
    period: When | None = None
    who: tuple[Actor, ...] = ()
    what_happened: str = ""
    why_it_matters: str = ""
    tags: tuple[str, ...] = ()


def add_case(library: Library, case: Case) -> Case:
    """Put a new case into the library, stamped, with a reference code where country and year are known.

    Raises:
        LibraryError: it could not be written; the library is as it was.
    """
    stamped = stamp_changes(None, with_reference(library, case), now(), library.author)
    library.cases.save(None, stamped, None)
    return stamped


def with_reference(library: Library, case: Case, taken: Collection[str] = ()) -> Case:
    """`case` with a reference code, where it has none and country and year are known; none of `taken`."""
    if case.ref_code or not case.countries or case.period is None:
        return case
    code = library.cases.next_reference(case.countries[0], case.period.sort_key[0].year)
    while code in taken:
        start, _, number = code.rpartition("-")
        code = f"{start}-{int(number) + 1:03d}"
    return attrs.evolve(case, ref_code=code)


def completed(library: Library, case: Case, change: Change) -> Change:
    """`change`, together with the reference code that the case can have once country and year are known.

    Raises:
        ChangeError: the change does not fit the case.
    """
    after = change.apply(case)
    code = with_reference(library, after).ref_code
    if code == after.ref_code:
        return change
    return Batch(changes=(change, setting(after, after.id, "ref_code", code)))


def start_case(library: Library, language: str = "en") -> Case:
    """Put an empty draft into the library. Raises as `add_case` does."""
    return add_case(library, new_case(language=language, authors=_authors(library)))


def capture_case(library: Library, capture: Capture, language: str = "en") -> Case:
    """Put a stub into the library from a quick capture. Raises as `add_case` does."""
    return add_case(library, case_of(capture, language=language, authors=_authors(library)))


def case_of(capture: Capture, **values: Any) -> Case:
    """The stub of a case that a quick capture makes; `values` are further header fields."""
    return new_case(
        title=" ".join(capture.title.split()),
        countries=capture.countries,
        period=capture.period,
        context=Markdown(capture.what_happened),
        problem=Markdown(capture.why_it_matters),
        tags=capture.tags,
        actor_records=capture.who,
        actors=tuple(Participant(actor=actor.id) for actor in capture.who),
        **values,
    )


def copy_case(library: Library, case_id: str, title: str) -> Case:
    """Put a copy of a case into the library: a draft under another title and reference.

    Raises:
        NotFoundError: the library has no such case.
        LibraryError: it could not be written; the library is as it was.
    """
    original = library.cases.load(case_id)
    values: dict[str, Any] = {"title": title, "ref_code": "", "status": TermRef("draft")}
    return add_case(library, attrs.evolve(renamed(original, new_id), **values))


def renamed(case: Case, fresh: Callable[[], str]) -> Case:
    """The same case with new ids for itself and its entries; links follow, shared records stay."""
    own = [spec for spec in case.declaration.sections.values() if not spec.shared]
    ids = {case.id: RecordId(fresh())}
    ids |= {entry.id: RecordId(fresh()) for spec in own for entry in case.section(spec.key)}
    for spec in own:
        case = case.with_section(spec.key, tuple(_renamed(entry, ids) for entry in case.section(spec.key)))
    return _renamed(case, ids)


def _renamed(record: R, ids: dict[RecordId, RecordId]) -> R:
    values: dict[str, Any] = {"id": ids[record.id], "stamp": Stamp()}
    if isinstance(record, Entry) and record.parent is not None:
        values["parent"] = ids.get(record.parent, record.parent)
    for spec in field_specs(type(record)):
        value = getattr(record, spec.name)
        if spec.kind in LINKING and spec.many:
            values[spec.name] = tuple(ids.get(item, item) for item in value)
        elif spec.kind in LINKING:
            values[spec.name] = ids.get(value, value)
    return attrs.evolve(record, **values)


def _authors(library: Library) -> tuple[str, ...]:
    return (library.author,) if library.author else ()
