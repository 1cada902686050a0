"""Which column of a list goes into which field, remembered by the library for lists with the same headings."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import attrs

from casebook.services.lists.names import folded
from casebook.services.lists.targets import Target

if TYPE_CHECKING:
    from casebook.storage.library import Library
    from casebook.storage.shelf import Kept

KIND = "list-mapping"
MOST_KEPT = 60
"""Sets of headings that a library remembers; those not used longest go first."""


@attrs.frozen(kw_only=True)
class ColumnChoice:
    """Where a column goes: the key of a target, empty to leave it out."""

    target: str = ""
    lenient: bool = False
    """Whether names that nothing goes by are left out instead of refusing the row."""


@attrs.frozen(kw_only=True)
class ListMapping:
    """One choice for each column; `into` is the key of a section, empty for new cases."""

    into: str = ""
    choices: tuple[ColumnChoice, ...]

    def with_choice(self, at: int, choice: ColumnChoice) -> "ListMapping":
        """This mapping with another choice for one column; a column that had its target before is left out."""
        taken = {choice.target} - {""}
        others = [attrs.evolve(one, target="") if one.target in taken else one for one in self.choices]
        others[at] = choice
        return attrs.evolve(self, choices=tuple(others))


def keep_mapping(library: "Library", columns: Sequence[str], mapping: ListMapping) -> None:
    """Remember a mapping for lists with these headings.

    Raises:
        ReadOnlyError: the library is open for reading only.
        LibraryError: the disk is full or refuses.
    """
    kept = library.shelf.all(KIND)
    same = [one for one in kept if _is_for(one, columns, mapping.into)]
    body = {
        "columns": list(columns),
        "into": mapping.into,
        "choices": [attrs.asdict(choice) for choice in mapping.choices],
    }
    for old in same[1:] + sorted(kept, key=lambda one: one.at)[: max(len(kept) - MOST_KEPT, 0)]:
        if old.id != (same[0].id if same else ""):
            library.shelf.remove(old.id)
    library.shelf.put(KIND, ", ".join(columns)[:80], body, same[0].id if same else "")


def kept_mapping(
    library: "Library", columns: Sequence[str], into: str, targets: Sequence[Target]
) -> ListMapping | None:
    """What was chosen for lists with these headings last time; None where that is not known or no longer fits."""
    keys = {target.key for target in targets} | {""}
    for kept in library.shelf.all(KIND):
        if _is_for(kept, columns, into):
            choices = tuple(_choice(one) for one in _listed(kept.body.get("choices")))
            if len(choices) == len(columns) and all(choice.target in keys for choice in choices):
                return ListMapping(into=into, choices=choices)
    return None


def _is_for(kept: "Kept", columns: Sequence[str], into: str) -> bool:
    headings = [folded(str(one)) for one in _listed(kept.body.get("columns"))]
    return kept.body.get("into") == into and headings == [folded(one) for one in columns]


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _choice(held: Any) -> ColumnChoice:
    if not isinstance(held, Mapping) or not isinstance(held.get("target"), str):
        return ColumnChoice()
    return ColumnChoice(target=held["target"], lenient=held.get("lenient") is True)
