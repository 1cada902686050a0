"""A chart of a case: the picture, the sentence for those who cannot see it, and its data as a table of words."""

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

import attrs

from casebook.domain.case import Case
from casebook.domain.errors import NotFoundError
from casebook.domain.marking import _
from casebook.domain.wording import Wording
from casebook.publishing.charts import directions, indicators, relations, severity, timeline
from casebook.publishing.charts.drawing import draw
from casebook.publishing.charts.plan import Plan

NO_CHART = _("There is no chart called “{}”; the ones at hand are {}.")
EVERYTHING: frozenset[str] = frozenset()


@attrs.frozen(kw_only=True)
class Chart:
    """A finished chart; `alt` is one or two sentences, `rows` hold as many words as there are `columns`."""

    kind: str
    title: str
    alt: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    svg: bytes


KINDS: Mapping[str, Callable[[Case, Wording, frozenset[str]], Plan | None]] = MappingProxyType(
    {
        "timeline": timeline.plan,
        "indicator": indicators.plan,
        "relations": relations.plan,
        "severity": severity.plan,
        "directions": directions.plan,
    }
)
"""Every chart by its kind, which is also the name of its specification in `resources/charts`."""


def chart(
    kind: str,
    case: Case,
    wording: Wording,
    resources: Path,
    *,
    colours: Mapping[str, str] = MappingProxyType({}),
    chosen: frozenset[str] = EVERYTHING,
) -> Chart | None:
    """Draw a chart of `case`, which must be redacted already; None when there is nothing to draw.

    `colours` replace those of `resources/charts/look.json` by name. `chosen` ids limit the chart to those entries
    (an indicator may be chosen by its outcome); empty means all.

    Raises:
        NotFoundError: there is no chart of that kind.
        PublishError: a colour is none, or the chart cannot be drawn.
    """
    if kind not in KINDS:
        raise NotFoundError(NO_CHART.format(kind, ", ".join(KINDS)))
    plan = KINDS[kind](case, wording, chosen)
    if plan is None:
        return None
    return Chart(
        kind=kind,
        title=plan.title,
        alt=plan.alt,
        columns=plan.columns,
        rows=plan.rows,
        svg=draw(kind, plan, resources, colours),
    )
