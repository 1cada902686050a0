"""Two cases of a library made one, as one step that can be taken back."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

import attrs

from casebook.domain.case import Case
from casebook.domain.changes import Batch
from casebook.domain.errors import CasebookError, ChangeError
from casebook.domain.marking import _
from casebook.domain.merge_changes import MergeWords, merged
from casebook.domain.merge_plan import merge_plan
from casebook.domain.merge_rows import Choice, MergePlan
from casebook.domain.wording import Wording
from casebook.services.editing import now, stamp_changes

if TYPE_CHECKING:
    from casebook.storage.library import Library


@attrs.frozen(kw_only=True)
class Merge:
    """A merge that was done: what was, what is, and the change between."""

    before: Case
    after: Case
    other_id: str
    change: Batch
    undone: str
    """What the history calls taking it back."""


def plan_of(library: "Library", kept_id: str, other_id: str, wording: Wording) -> MergePlan:
    """What there is to decide when one case of a library becomes part of another.

    Raises:
        ChangeError: the two are one and the same case.
        NotFoundError: one of them is not in the library.
    """
    if kept_id == other_id:
        raise ChangeError(_("A case cannot be merged with itself. Choose two cases."))
    return merge_plan(library.cases.load(kept_id), library.cases.load(other_id), wording)


def merge_words(name: str, wording: Wording) -> MergeWords:
    """What a merge with the case called `name` writes by itself."""
    tr = wording.translate
    return MergeWords(
        label=tr(_("Merged with {}")).format(name), note=tr(_("Also recorded in {}:")).format(name)
    )


def merge(library: "Library", plan: MergePlan, choices: Mapping[str, Choice], wording: Wording) -> Merge:
    """Save the merged case and move the other to the Trash: both, or neither.

    Raises:
        ReadOnlyError: the library is open for reading only.
        ChangeError: one of the two was changed since the plan was made; nothing happened.
        LibraryError: the disk is full or refuses; nothing happened.
    """
    before = library.cases.load(plan.kept.id)  # with its stamps as they are now
    if before != plan.kept or library.cases.load(plan.other.id) != plan.other:
        raise ChangeError(_("One of the two cases was changed in the meantime. Nothing was merged."))
    change = merged(plan, choices, merge_words(plan.name, wording))
    after = stamp_changes(before, change.apply(before), now(), library.author)
    library.cases.save(before, after, change)
    try:
        library.cases.trash(plan.other.id)
    except CasebookError:
        library.cases.save(after, before, change.inverse())
        raise
    undone = wording.translate(_("Merging with {} taken back")).format(plan.name)
    return Merge(before=before, after=after, other_id=plan.other.id, change=change, undone=undone)


def take_back(library: "Library", done: Merge) -> None:
    """Put both cases back as they were; what was written in the merged case since stays.

    Raises:
        ReadOnlyError: the library is open for reading only.
        ChangeError: what was written since cannot be kept without the merge; nothing happened.
        NotFoundError: one of the two is no longer in the library.
    """
    current = library.cases.load(done.after.id)
    change = attrs.evolve(done.change.inverse(), label=done.undone)
    reverted = change.apply(current)
    same = reverted == done.before
    back = done.before if same else stamp_changes(current, reverted, now(), library.author)
    library.cases.restore(done.other_id)
    library.cases.save(current, back, change)
