"""Where and when the cases that were found happened, for the map and the strip of years."""

from collections.abc import Callable, Collection
from functools import cached_property

import attrs

from casebook.domain.active_years import ActiveYears, YearCounts, active_years, year_counts
from casebook.domain.case_points import located
from casebook.domain.map_contents import MapContents
from casebook.iso_names import country_name
from casebook.services.world_map import world
from casebook.storage.library import Library


@attrs.frozen(kw_only=True, eq=False)
class FoundCases:
    """Some cases on the map and in time."""

    map: MapContents
    spans: dict[str, ActiveYears]
    """The years of each case that has a period."""

    @cached_property
    def all_years(self) -> YearCounts:
        """How many of the cases were under way in each year."""
        return year_counts(self.spans.values())

    def years(self, case_ids: Collection[str] | None = None) -> YearCounts:
        """How many of the cases, or of some of them, were under way in each year."""
        if case_ids is None:
            return self.all_years
        return year_counts(span for case, span in self.spans.items() if case in case_ids)

    def active(self, first: int, last: int) -> frozenset[str]:
        """The cases that were under way in any of these years."""
        return frozenset(case for case, span in self.spans.items() if span.meets(first, last))


def read_found_cases(
    library: Library,
    case_ids: Collection[str] | None,
    language: str,
    cancelled: Callable[[], bool] = lambda: False,
) -> FoundCases | None:
    """The cases with these ids, or all that are not in the Trash; None when cancelled meanwhile.

    Raises:
        CasebookError: the library cannot be read.
    """
    cases = library.places.whereabouts(case_ids)
    if cancelled():
        return None
    points, without = located(cases, world(), lambda code: country_name(code, language))
    if cancelled():
        return None
    spans = {case.case_id: active_years(case.period) for case in cases}
    found = FoundCases(
        map=MapContents.of(points, without),
        spans={case: span for case, span in spans.items() if span is not None},
    )
    _ = found.all_years  # counted here, in a task, and kept
    return found
