"""What the library can be narrowed by with a click: one panel for each facet worth seeing, its values with counts."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

import attrs

from casebook.domain.facets import COMPLETENESS, DECADE, GRADE, SENSITIVITY
from casebook.domain.marking import _
from casebook.domain.records import Sensitivity
from casebook.domain.search_fields import Looks
from casebook.domain.wanted import ANYTHING, Every, HasValue, Wanted
from casebook.domain.wording import Wording
from casebook.services.regions import regions
from casebook.services.value_names import below

if TYPE_CHECKING:
    from casebook.storage.library import Library
    from casebook.storage.listing import ListQuery

QUARTERS = {"0": "0–24 %", "25": "25–49 %", "50": "50–74 %", "75": "75–99 %", "100": "100 %"}


@attrs.frozen(kw_only=True)
class Panel:
    """A facet as it is shown; `looks` says what its values are."""

    key: str
    title: str
    facet: str
    looks: Looks
    vocabulary: str = ""
    ordered: bool = False
    """Values stand in their own order instead of the most frequent first."""
    open: bool = False
    """Its values are seen without opening it."""


PANELS: tuple[Panel, ...] = (
    Panel(key="status", title=_("Status"), facet="status", looks=Looks.TERM, vocabulary="status", open=True),
    Panel(
        key="framework",
        title=_("Frameworks"),
        facet="frameworks.framework",
        looks=Looks.TERM,
        vocabulary="framework",
        open=True,
    ),
    Panel(
        key="challenge",
        title=_("Challenges"),
        facet="challenges.category",
        looks=Looks.TERM,
        vocabulary="challenge",
        open=True,
    ),
    Panel(key="region", title=_("Region"), facet="countries", looks=Looks.REGION, open=True),
    Panel(key="country", title=_("Country"), facet="countries", looks=Looks.COUNTRY),
    Panel(key="era", title=_("Era"), facet="era", looks=Looks.TERM, vocabulary="era", ordered=True),
    Panel(key="decade", title=_("Years"), facet=DECADE, looks=Looks.YEARS, ordered=True),
    Panel(key="actor", title=_("Actors"), facet="actor_records", looks=Looks.RECORD),
    Panel(
        key="type",
        title=_("Types of actor"),
        facet="actor_records.type",
        looks=Looks.TERM,
        vocabulary="actor-type",
    ),
    Panel(
        key="outcome",
        title=_("Outcomes"),
        facet="outcomes.domain",
        looks=Looks.TERM,
        vocabulary="outcome-domain",
    ),
    Panel(key="sensitivity", title=_("Sensitivity"), facet=SENSITIVITY, looks=Looks.LEVEL, ordered=True),
    Panel(key="grade", title=_("Evidence grade"), facet=GRADE, looks=Looks.GRADE, ordered=True),
    Panel(key="tag", title=_("Tags"), facet="tags", looks=Looks.FREE),
    Panel(key="author", title=_("Authors"), facet="authors", looks=Looks.FREE),
    Panel(key="complete", title=_("Completeness"), facet=COMPLETENESS, looks=Looks.PERCENT, ordered=True),
)
BY_KEY: Mapping[str, Panel] = {panel.key: panel for panel in PANELS}


@attrs.frozen
class Tick:
    """A value chosen in a panel, by the panel's key."""

    panel: str
    value: str


@attrs.frozen(kw_only=True)
class Counted:
    """A value of a panel: what it is called, with those above it, and how many cases it would leave."""

    value: str
    label: str
    path: str
    number: int


class Panels:
    """Counts and names the values of panels, in one language."""

    def __init__(self, wording: Wording) -> None:
        """`wording` names terms and countries."""
        self._wording = wording

    def wanted(self, ticks: Iterable[Tick], but: str = "") -> Wanted:
        """What the ticks ask: one of those in a panel, of every panel that has some, `but` this panel left out."""
        chosen: dict[str, set[str]] = {}
        for tick in ticks:
            panel = BY_KEY.get(tick.panel)
            if panel is not None and panel.key != but:
                values = self.groups(panel).get(tick.value, (tick.value,))
                chosen.setdefault(panel.key, set()).update(values)
        parts = tuple(HasValue(BY_KEY[key].facet, frozenset(values)) for key, values in chosen.items())
        return Every(parts) if parts else ANYTHING

    def groups(self, panel: Panel) -> Mapping[str, Sequence[str]]:
        """The values that count as one: a term and all below it, a region's countries; empty when each is its own."""
        if panel.looks is Looks.REGION:
            return {region.id: sorted(region.countries) for region in regions()}
        held = self._wording.vocabularies.get(panel.vocabulary)
        return {term.id: tuple(below(term)) for _depth, term in held.walk()} if held is not None else {}

    def count(
        self, library: "Library", query: "ListQuery", ticks: Sequence[Tick], panel: Panel
    ) -> list[Counted]:
        """The values of one panel that cases of the query have, whatever is ticked in that panel itself.

        Values that are ticked are there even when no case is left.
        """
        asked = attrs.evolve(query, wanted=both(query.wanted, self.wanted(ticks, but=panel.key)))
        counts = library.lookup.counts(asked, panel.facet, self.groups(panel) or None)
        for tick in ticks:
            if tick.panel == panel.key:
                counts.setdefault(tick.value, 0)
        named = library.lookup.names(panel.facet, list(counts)) if panel.looks is Looks.RECORD else {}
        found = [self._counted(panel, value, number, named) for value, number in counts.items()]
        if panel.ordered:
            places = {value: place for place, value in enumerate(self._order(panel))}
            return sorted(found, key=lambda one: (places.get(one.value, len(places)), one.value))
        return sorted(found, key=lambda one: (-one.number, one.label.casefold(), one.value))

    def label(self, library: "Library", tick: Tick) -> str:
        """What a chip says: "Framework: 3D approach"."""
        panel = BY_KEY[tick.panel]
        named = library.lookup.names(panel.facet, [tick.value]) if panel.looks is Looks.RECORD else {}
        counted = self._counted(panel, tick.value, 0, named)
        return f"{self._wording.translate(panel.title)}: {counted.label}"

    def _counted(self, panel: Panel, value: str, number: int, named: Mapping[str, str]) -> Counted:
        label = path = self._label(panel, value, named)
        held = self._wording.vocabularies.get(panel.vocabulary)
        if held is not None:
            path = held.path(value, self._wording.language)
        return Counted(value=value, label=label, path=path, number=number)

    def _label(self, panel: Panel, value: str, named: Mapping[str, str]) -> str:
        match panel.looks:
            case Looks.TERM:
                return self._wording.term(panel.vocabulary, value)
            case Looks.COUNTRY:
                return self._wording.country(value)
            case Looks.REGION:
                names = {region.id: region.words(self._wording.language) for region in regions()}
                return names.get(value, value)
            case Looks.YEARS:
                return self._wording.translate(_("{decade}s")).format(decade=value)
            case Looks.LEVEL:
                return {one.key: self._wording.sensitivity(one) for one in Sensitivity}.get(value, value)
            case Looks.PERCENT:
                return QUARTERS.get(value, value)
            case _:
                return named.get(value, value)

    def _order(self, panel: Panel) -> list[str]:
        """The values of an ordered panel that do not sort by themselves."""
        held = self._wording.vocabularies.get(panel.vocabulary)
        if held is not None:
            return [term.id for _depth, term in held.walk()]
        if panel.looks is Looks.LEVEL:
            return [level.key for level in Sensitivity]
        return list(QUARTERS) if panel.looks is Looks.PERCENT else []


def both(one: Wanted, other: Wanted) -> Wanted:
    """What has both."""
    parts = [part for part in (one, other) if part != ANYTHING]
    return parts[0] if len(parts) == 1 else Every(tuple(parts))
