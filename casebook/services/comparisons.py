"""Comparisons that a library keeps: by name, with their cases, findings, and the versions they were made on."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import attrs

from casebook.domain.errors import FormatError
from casebook.domain.marking import _
from casebook.domain.records import Sensitivity
from casebook.domain.synthesis import ComparedCase, Synthesis

if TYPE_CHECKING:
    from casebook.storage.library import Library
    from casebook.storage.shelf import Kept

KIND = "comparison"
NAME_LENGTH = 34
"""Characters of a case's title in the name a comparison is given."""
MOST_NAMED = 3
"""Cases that are named in it."""


@attrs.frozen(kw_only=True)
class SavedComparison:
    """A comparison on the shelf of a library; `at` is ISO 8601 in UTC."""

    id: str
    at: str
    who: str
    synthesis: Synthesis

    @property
    def name(self) -> str:
        """What it is called."""
        return self.synthesis.name


def saved_comparisons(library: "Library") -> list[SavedComparison]:
    """All comparisons, the one changed last first; one that cannot be read is left out."""
    found = []
    for kept in library.shelf.all(KIND):
        try:
            found.append(_read(kept))
        except FormatError:
            continue
    return sorted(found, key=lambda one: (one.at, one.id), reverse=True)


def open_comparison(library: "Library", kept_id: str) -> SavedComparison:
    """One comparison.

    Raises:
        NotFoundError: it is no longer there.
        FormatError: it cannot be read by this version.
    """
    return _read(library.shelf.get(kept_id))


def keep_comparison(library: "Library", synthesis: Synthesis, kept_id: str = "") -> SavedComparison:
    """Keep a comparison: in the place of the one with this id, else as a new one.

    Raises:
        ReadOnlyError: the library is open for reading only.
        LibraryError: it is too large, or the disk is full or refuses.
    """
    return _read(library.shelf.put(KIND, synthesis.name, synthesis.plain(), kept_id))


def rename_comparison(library: "Library", kept_id: str, name: str) -> SavedComparison:
    """Call a comparison something else; an empty name changes nothing."""
    held = open_comparison(library, kept_id)
    name = " ".join(name.split())
    return keep_comparison(library, attrs.evolve(held.synthesis, name=name), kept_id) if name else held


def duplicate_comparison(library: "Library", kept_id: str) -> SavedComparison:
    """A second one like it, to take another way from here."""
    synthesis = open_comparison(library, kept_id).synthesis
    return keep_comparison(library, attrs.evolve(synthesis, name=_("{} (copy)").format(synthesis.name)))


def remove_comparison(library: "Library", kept_id: str) -> SavedComparison:
    """Take a comparison away; `keep_comparison` with its id puts it back."""
    held = open_comparison(library, kept_id)
    library.shelf.remove(kept_id)
    return held


def comparison_of(library: "Library", case_ids: Iterable[str]) -> SavedComparison | None:
    """The comparison of exactly these cases, the one changed last where there are several."""
    wanted = set(case_ids)
    held = saved_comparisons(library)
    return next((one for one in held if {case.id for case in one.synthesis.cases} == wanted), None)


def versions(library: "Library", case_ids: Iterable[str]) -> dict[str, tuple[str, str]]:
    """Id and moment of the latest change of each case; both empty for a case without a history."""
    return {
        case_id: next(((entry.id, entry.at) for entry in library.history.of(case_id, limit=1)), ("", ""))
        for case_id in case_ids
    }


def changed_cases(library: "Library", synthesis: Synthesis) -> tuple[str, ...]:
    """Ids of the cases that somebody changed since this comparison was last looked at."""
    now = versions(library, (case.id for case in synthesis.cases))
    # Typing on in a long text lets the last change grow under the same id.
    return tuple(
        case.id
        for case in synthesis.cases
        if case.version and (now[case.id][0] != case.version or now[case.id][1] > synthesis.seen_at > "")
    )


def looked_at(
    synthesis: Synthesis, marks: Mapping[str, str], at: str, latest: Mapping[str, tuple[str, str]]
) -> Synthesis:
    """The synthesis with its cases in these `versions`, whose rows have the fingerprints `marks`."""
    return attrs.evolve(
        synthesis,
        cases=tuple(
            ComparedCase(id=case.id, version=latest.get(case.id, ("", ""))[0]) for case in synthesis.cases
        ),
        seen=marks,
        seen_at=at,
    )


def audience_of(synthesis: Synthesis) -> Sensitivity | None:
    """Who a comparison is for; None for the reviewer's own eyes."""
    if not synthesis.audience:
        return None
    try:
        return Sensitivity.of(synthesis.audience)
    except KeyError:  # of a later version: rather too little than too much
        return Sensitivity.PUBLIC


def usual_name(titles: Iterable[str]) -> str:
    """A name for a comparison of cases with these titles, such as "Liberia, Iraq and 2 more"."""
    names = [_short(title) for title in titles]
    named, more = names[:MOST_NAMED], len(names) - MOST_NAMED
    text = ", ".join(named)
    return text if more <= 0 else _("{cases} and {count} more").format(cases=text, count=more)


def _short(title: str) -> str:
    begun = title.partition(":")[0].strip()
    return begun if len(begun) <= NAME_LENGTH else begun[: NAME_LENGTH - 1].rstrip() + "…"


def _read(kept: "Kept") -> SavedComparison:
    synthesis = attrs.evolve(Synthesis.of(kept.body), name=kept.name)
    return SavedComparison(id=kept.id, at=kept.at, who=kept.who, synthesis=synthesis)
