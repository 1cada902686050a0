"""What a row of entries holds inside: every field of the matched entries side by side."""

from collections.abc import Mapping, Sequence

from casebook.domain.alignment import in_words
from casebook.domain.alignment_scalars import compared
from casebook.domain.compared_case import ComparedCase
from casebook.domain.comparison import Comparison, Gap, Row, RowKind
from casebook.domain.fields import FieldSpec, field_specs
from casebook.domain.records import Record
from casebook.domain.receipt import Receipt
from casebook.domain.wording import Wording


def details(
    comparison: Comparison,
    row: Row,
    wording: Wording,
    chosen: Mapping[int, str] | None = None,
    receipts: Sequence[Receipt] = (),
) -> tuple[Row, ...]:
    """A row for each field of the entries of `row`: of the first entry of each case, or of the one `chosen` for it.

    `chosen` gives the id of an entry by the number of its case. Links to entries that share a row are the same.
    Rows of fields that hold no entries have no details.
    """
    entries = [_picked(cell, (chosen or {}).get(number)) for number, cell in enumerate(comparison_cells(row))]
    first = next((entry for entry in entries if entry is not None), None)
    if first is None:
        return ()
    told: Sequence[Receipt | None] = receipts or [None] * len(comparison.cases)
    cases = [ComparedCase(case, wording, receipt) for case, receipt in zip(comparison.cases, told, strict=True)]
    return tuple(_detail(comparison, row, spec, entries, cases) for spec in field_specs(type(first)))
