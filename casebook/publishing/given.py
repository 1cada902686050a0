"""What a template is given: the cases read by their declaration, in the style of citation asked for."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import attrs

from casebook.domain.case import Case
from casebook.domain.errors import NotFoundError
from casebook.domain.marking import _
from casebook.domain.receipt import Receipt
from casebook.domain.wording import Wording
from casebook.publishing import pictures
from casebook.publishing.bibliography import Bibliography, bibliography
from casebook.publishing.citation_styles import USUAL, CitationStyle, find_style
from casebook.publishing.citations import source_ids, unknown_keys
from casebook.publishing.contents import Contents
from casebook.publishing.context import context
from casebook.publishing.figures import Charts
from casebook.publishing.look import Look
from casebook.publishing.names import wording_of
from casebook.publishing.order import Cancelled, Materials, Order
from casebook.publishing.reading import Reading
from casebook.publishing.report_facts import report_facts
from casebook.publishing.side_by_side import side_by_side
from casebook.publishing.templates import Template
from casebook.publishing.volume import volume_context

STYLE_ELSEWHERE = _(
    "The citation style “{}” of the house style is not on this computer; sources are cited in Casebook’s own. Add "
    "that style in Settings."
)
UNKNOWN_KEY = _("No source has the citation key “{}”, so it is printed as it was typed. It stands in: {}.")
MOST_PLACES = 3
"""Places that are named for one key."""


@attrs.frozen(kw_only=True)
class Given:
    """The names a template may use, the sources whose notes are settled afterwards, and what the person should read."""

    names: Mapping[str, Any]
    sources: Bibliography
    notices: tuple[str, ...]


def give(
    clean: Sequence[tuple[Case, Receipt]],
    wanted: tuple[Order, Template],
    materials: Materials,
    work: tuple[Path, dict[str, pictures.Picture], Cancelled],
) -> Given:
    """What the template is given of the redacted cases; `work` is the job's folder, its pictures, and whether to stop.

    Raises:
        NotFoundError: the style of citation that was asked for is not there.
        PublishError: the citations could not be formatted.
        PublishCancelledError: the person stopped it.
    """
    order, template = wanted
    folder, laid_out, cancelled = work
    cases = [case for case, _receipt in clean]
    wording = wording_of(materials, order.language)
    kind = materials.translate(template.title)
    house = order.look or materials.house
    style, said = _style(order, house, materials)
    sources = bibliography(cases, style, (materials.resources, folder), cancelled)
    notices = [*said, *(words for case in cases for words in _unknown(case, sources, wording, materials))]
    contents = Contents(order.sections, frozenset(order.left_out))
    given = []
    for case, receipt in clean:
        reading = Reading(case=case, receipt=receipt, wording=wording, bibliography=sources)
        colours = {"accent": house.shade}
        charts = Charts(contents.narrowed(case), wording, materials.resources, (folder, laid_out), colours)
        own = report_facts((case,), attrs.evolve(order, title=""), kind, wording)
        given.append(context(reading, own, laid_out, charts, contents))
    names = given[0]
    if template.many:
        whole = volume_context(given, report_facts(cases, order, kind, wording), wording, sources)
        names = {**whole, "comparison": side_by_side(clean, given, order, wording)}
    return Given(names=names, sources=sources, notices=tuple(dict.fromkeys(notices)))


def _style(order: Order, house: Look, materials: Materials) -> tuple[CitationStyle, list[str]]:
    """The style asked for; that of the house may be on another computer only, which is said."""
    shipped = materials.resources / "csl"
    if order.citation_style:
        return find_style(order.citation_style, shipped, materials.style_folders), []
    try:
        return find_style(house.citation_style, shipped, materials.style_folders), []
    except NotFoundError:
        said = materials.translate(STYLE_ELSEWHERE).format(house.citation_style)
        return find_style(USUAL, shipped), [said]


def _unknown(case: Case, sources: Bibliography, wording: Wording, materials: Materials) -> list[str]:
    """A sentence for each key that a text cites but no source has, naming where."""
    places: dict[str, list[str]] = {}
    for key, record, spec in unknown_keys(case, sources.ids or source_ids(case.source_records)):
        label = materials.translate(spec.label)
        title = "" if record is case else " ".join(wording.title(record, case).split())
        places.setdefault(key, []).append(f"{title} – {label}" if title else label)
    return [
        materials.translate(UNKNOWN_KEY).format(key, "; ".join(found[:MOST_PLACES]))
        for key, found in places.items()
    ]
