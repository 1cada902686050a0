"""The same comparison with its cases in another order: columns move, states stay."""

from collections.abc import Sequence

import attrs

from casebook.domain.comparison import Comparison


def in_order(comparison: Comparison, case_ids: Sequence[str]) -> Comparison:
    """The comparison with its cases as `case_ids` has them; cases that are not named keep their order at the end."""
    place = {case_id: at for at, case_id in enumerate(case_ids)}
    order = sorted(
        range(len(comparison.cases)), key=lambda at: (place.get(comparison.cases[at].id, len(place)), at)
    )
    if order == list(range(len(order))):
        return comparison
    told = comparison.receipts
    return attrs.evolve(
        comparison,
        cases=tuple(comparison.cases[at] for at in order),
        rows=tuple(attrs.evolve(row, cells=tuple(row.cells[at] for at in order)) for row in comparison.rows),
        receipts=tuple(told[at] for at in order) if told else told,
    )
