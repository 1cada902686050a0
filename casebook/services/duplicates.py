"""Likely duplicates of a library: which pairs there are, which a person said are none, what a new title looks like."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import attrs

from casebook.domain.dates import When
from casebook.domain.duplicates import HINTED, Sketch, likely_duplicates, looks_like, pair_of, pair_reasons
from casebook.domain.errors import NotFoundError
from casebook.domain.periods import Span
from casebook.domain.wording import Wording
from casebook.services.resembling import record_names

if TYPE_CHECKING:
    from casebook.storage.library import Library

KIND = "not-the-same"
"""What a pair that a person parted is on the shelf."""

Cancelled = Callable[[], bool]
Pair = tuple[str, str]


@attrs.frozen(kw_only=True)
class Duplicate:
    """Two cases that are likely the same, with their titles and references; `apart` when a person said they are not."""

    pair: Pair
    titles: tuple[str, str]
    ref_codes: tuple[str, str]
    score: float
    reasons: tuple[str, ...]
    apart: bool = False


def duplicates(
    library: "Library", wording: Wording, cancelled: Cancelled, *, parted: bool = False
) -> tuple[Duplicate, ...]:
    """The pairs that are likely the same case, the likeliest first; with `parted` those too that are said not to be.

    Raises:
        LibraryError: the library cannot be read.
    """
    apart = parted_pairs(library)
    left_out = frozenset() if parted else frozenset(apart)
    found = likely_duplicates(library.traits.sketches(cancelled), left_out, cancelled)
    shared = {actor for one in found for actor in one.one.actors & one.other.actors}
    names = record_names(library, shared)
    return tuple(
        Duplicate(
            pair=(likely.one.id, likely.other.id),
            titles=(likely.one.title, likely.other.title),
            ref_codes=(likely.one.ref_code, likely.other.ref_code),
            score=likely.score,
            reasons=pair_reasons(likely.one, likely.other, wording, names),
            apart=likely.pair in apart,
        )
        for likely in found
    )


def parted_pairs(library: "Library") -> dict[Pair, str]:
    """The pairs that a person said are not the same, each with its id on the shelf."""
    found: dict[Pair, str] = {}
    for kept in library.shelf.all(KIND):
        one, other = kept.body.get("one"), kept.body.get("other")
        if isinstance(one, str) and isinstance(other, str):
            found[pair_of(one, other)] = kept.id
    return found


def part(library: "Library", pair: Pair) -> None:
    """Remember that two cases are not the same. Raises ReadOnlyError, LibraryError."""
    one, other = pair_of(*pair)
    if (one, other) not in parted_pairs(library):
        library.shelf.put(KIND, "", {"one": one, "other": other})


def unpart(library: "Library", pair: Pair) -> None:
    """Forget that two cases are said not to be the same. Raises ReadOnlyError.

    Raises:
        NotFoundError: nobody said so.
    """
    kept = parted_pairs(library).get(pair_of(*pair))
    if kept is None:
        raise NotFoundError("These two are not marked as different cases.")
    library.shelf.remove(kept)


@attrs.frozen(kw_only=True)
class Lookalike:
    """A case that the title being typed looks like."""

    id: str
    ref_code: str
    title: str


def lookalike(
    library: "Library",
    title: str,
    countries: tuple[str, ...] = (),
    period: When | None = None,
    without: str = "",
) -> Lookalike | None:
    """The case that a new one with this title is likely to be; `without` is the new one itself."""
    typed = Sketch(
        id="",
        title=title,
        countries=frozenset(countries),
        period=Span.of(period) if period else None,
    )
    near = [case_id for case_id in library.titles.near(title) if case_id != without]
    if not near:
        return None
    scored = [(looks_like(typed, one), one) for one in library.traits.bare_sketches(near)]
    score, best = max(scored, key=lambda pair: pair[0], default=(0.0, None))
    if best is None or score < HINTED:
        return None
    return Lookalike(id=best.id, ref_code=best.ref_code, title=best.title)
