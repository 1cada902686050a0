"""What a row of entries holds inside: every field of the matched entries side by side."""

from collections.abc import Mapping, Sequence

from casebook.domain.alignment_scalars import compared
from casebook.domain.compared_case import ComparedCase
from casebook.domain.comparison import Cell, Comparison, Gap, Row, RowKind
from casebook.domain.fields import FieldSpec, field_specs
from casebook.domain.records import Record


def details(comparison: Comparison, row: Row, chosen: Mapping[int, str] | None = None) -> tuple[Row, ...]:
    """A row for each field of the entries of `row`: of the first entry of each case, or of the one `chosen` for it.

    `chosen` gives the id of an entry by the number of its case. Links to entries that share a row are the same.
    A row without entries has no details.
    """
    entries = [_picked(cell, (chosen or {}).get(number)) for number, cell in enumerate(row.cells)]
    first = next((entry for entry in entries if entry is not None), None)
    if first is None:
        return ()
    told = comparison.receipts or (None,) * len(comparison.cases)
    cases = [
        ComparedCase(case, comparison.wording, receipt)
        for case, receipt in zip(comparison.cases, told, strict=True)
    ]
    return tuple(_detail(comparison, row, spec, entries, cases) for spec in field_specs(type(first)))


def _picked(cell: Cell, wanted: str | None) -> Record | None:
    held = [one.record for one in cell.entries]
    return next((record for record in held if record.id == wanted), held[0] if held else None)


def _detail(
    comparison: Comparison,
    row: Row,
    spec: FieldSpec,
    entries: Sequence[Record | None],
    cases: Sequence[ComparedCase],
) -> Row:
    values = [spec.empty if entry is None else getattr(entry, spec.name) for entry in entries]
    places = comparison.row_of
    state, cells = compared(
        spec,
        values,
        [
            (cell.gap or Gap.NOT_RECORDED) if entry is None else case.field_gap(entry, spec.name)
            for cell, entry, case in zip(row.cells, entries, cases, strict=True)
        ],
        [case.words(spec, value) for case, value in zip(cases, values, strict=True)],
        lambda target: places.get(target, target),
    )
    return Row(
        key=f"{row.key}/{spec.name}",
        kind=RowKind.FIELD,
        section=row.section,
        field=spec.name,
        label=comparison.wording.translate(spec.label),
        state=state,
        cells=cells,
        spec=spec,
        parent=row.key,
    )
