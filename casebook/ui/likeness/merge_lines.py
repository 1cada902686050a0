"""The rows of a merge as they are shown: under the headings of the case, both sides in words, differences marked."""

from collections.abc import Iterator

import attrs

from casebook.domain.alignment import headings
from casebook.domain.fields import Kind
from casebook.domain.merge_rows import MergeKind, MergePlan, MergeRow, MergeState
from casebook.domain.prose_differences import Kept, Run, prose_differences
from casebook.domain.wording import Wording
from casebook.ui.compare.blocks import Words
from casebook.ui.compare.plain_prose import plain_prose

ALIKE = 0.3
"""Share of words two texts must have in common for their differences to be worth marking."""
AROUND = 60
"""Characters shown around a difference, where a long stretch is the same."""
CLIPPED = 8
"""Lines of a text that is not marked."""
IN_WORDS = frozenset({Kind.LINE, Kind.PROSE, Kind.URL})
EMPTY = Words(text="")


@attrs.frozen(kw_only=True)
class MergeLine:
    """A row with both sides as blocks, or a heading, which has no row."""

    title: str
    row: MergeRow | None = None
    kept: Words = EMPTY
    other: Words = EMPTY


def merge_lines(plan: MergePlan, wording: Wording) -> tuple[MergeLine, ...]:
    """All of a plan, each section under its heading."""
    by_section: dict[str, list[MergeRow]] = {}
    for row in plan.rows:
        by_section.setdefault(row.section, []).append(row)
    return tuple(
        line
        for heading in headings(plan.kept.declaration, wording)
        if heading.key in by_section
        for line in (MergeLine(title=heading.title), *_lines(by_section[heading.key]))
    )


def _lines(rows: list[MergeRow]) -> Iterator[MergeLine]:
    for row in rows:
        kept, other = sides(row)
        yield MergeLine(title=row.label, row=row, kept=kept, other=other)


def sides(row: MergeRow) -> tuple[Words, Words]:
    """Both sides of a row, the words that differ marked where the two are versions of one text."""
    one, two = plain_prose(row.kept.words), plain_prose(row.other.words)
    written = row.spec is not None and row.spec.kind in IN_WORDS
    if written and row.state is MergeState.DIFFERING and one and two:
        runs = prose_differences(one, two)
        same = sum(len(run.text) for run in runs if run.kept is Kept.KEPT)
        if same >= ALIKE * max(len(one), len(two)):
            return _marked(runs, Kept.REMOVED), _marked(runs, Kept.ADDED)
    lines = CLIPPED if row.kind is not MergeKind.PAIR else 0
    return Words(text=one, lines=lines), Words(text=two, lines=lines)


def _marked(runs: tuple[Run, ...], side: Kept) -> Words:
    """What one side has: its own words marked, long stretches that both have shortened."""
    text, marks = "", []
    for number, run in enumerate(runs):
        if run.kept is Kept.KEPT:
            text += _around(run.text, first=number == 0, last=number == len(runs) - 1)
        elif run.kept is side:
            marks.append((_units(text), _units(run.text), Kept.ADDED.value))  # neither is on its way out
            text += run.text
    return Words(text=text, runs=tuple(marks))


def _around(text: str, *, first: bool, last: bool) -> str:
    if len(text) <= 3 * AROUND:
        return text
    begin = "" if first else text[:AROUND].rsplit(" ", 1)[0]
    end = "" if last else text[-AROUND:].split(" ", 1)[-1]
    return f"{begin} … {end}".removeprefix(" ")


def _units(text: str) -> int:
    """Its length as Qt counts, in UTF-16."""
    return len(text) + sum(sign > "\uffff" for sign in text)
