"""Cases like one another, as a person asks for them: the most similar to one, with the reasons in words."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

import attrs

from casebook.domain.resemblance import Reason, reason_words, reasons
from casebook.domain.wording import Wording

if TYPE_CHECKING:
    from casebook.storage.library import Library

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]

MOST = 50
"""Cases that are listed as similar to one."""


@attrs.frozen(kw_only=True)
class SimilarCase:
    """A case that has something in common with another; `score` from 0 to 1."""

    id: str
    ref_code: str
    title: str
    score: float
    reasons: tuple[str, ...]


def similar_cases(
    library: "Library", case_id: str, wording: Wording, progress: Progress, cancelled: Cancelled
) -> tuple[SimilarCase, ...]:
    """The cases of a library most like one of them, the most alike first; nothing when cancelled.

    Raises:
        NotFoundError: the library has no such case, or it lies in the Trash.
        LibraryError: the library cannot be read.
    """
    index = library.traits.index(progress, cancelled)
    found = index.most_like(case_id, MOST, cancelled)
    if not found:
        return ()
    own = index.traits([case_id])[case_id]
    rarity = index.rarity()
    why = {one.case_id: reasons(own, one.traits, rarity) for one in found}
    names = index.names | record_words(library, [reason for told in why.values() for reason in told])
    labels = library.traits.labels(why)
    return tuple(
        SimilarCase(
            id=one.case_id,
            ref_code=labels[one.case_id].ref_code,
            title=labels[one.case_id].title,
            score=round(one.score, 3),
            reasons=tuple(reason_words(reason, wording, names) for reason in why[one.case_id]),
        )
        for one in found
        if one.case_id in labels
    )


def record_words(library: "Library", told: Sequence[Reason]) -> dict[str, str]:
    """What the shared records that reasons name are called."""
    ids: dict[str, set[str]] = defaultdict(set)
    for reason in told:
        if reason.aspect is not None and reason.aspect.to in library.declaration.sections:
            ids[reason.aspect.to].update(reason.terms)
    names: dict[str, str] = {}
    for section, wanted in ids.items():
        names |= library.traits.names(section, wanted)
    return names


def record_names(library: "Library", ids: Iterable[str]) -> dict[str, str]:
    """What shared records of any section are called."""
    wanted, names = list(ids), dict[str, str]()
    for section in library.declaration.shared_sections if wanted else ():
        names |= library.traits.names(section.key, wanted)
    return names
