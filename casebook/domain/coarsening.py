"""Places that may not be named so exactly: shown as the area or the country they lie in, without a position."""

from collections.abc import Callable
from typing import Any

from casebook.domain.case import Case
from casebook.domain.fields import Kind, field_specs
from casebook.domain.names_in_text import NamesInText
from casebook.domain.records import Record, Sensitivity

PRECISION, ADMIN_AREA = "place-precision", "admin_area"
"""The vocabulary that makes a record a place, and the field that says within what it lies."""
WITHHELD, REGION = "withheld", "region"


def is_place(record_type: type) -> bool:
    """Whether records of this type say where something is."""
    return any(spec.vocabulary == PRECISION for spec in field_specs(record_type))


def coarsened(
    case: Case, record: Record, audience: Sensitivity, country: Callable[[str], str]
) -> dict[str, Any] | None:
    """The values to show of a place that, or whose name, is marked above the audience; None when it has to vanish.

    It is named by its administrative area; by the case's only country where no area is recorded, where the area is
    marked above the audience or holds the place's own name, or where the position stood for a region already. It
    vanishes when there is no such country either, and when its precision is "withheld". Its position and all other
    text go with its name; `country` puts a code (ISO 3166-1 alpha-2) into words.
    """
    specs = field_specs(type(record))
    precision = next((getattr(record, spec.name) for spec in specs if spec.vocabulary == PRECISION), None)
    summary = next((spec for spec in specs if spec.summary), None)
    if not is_place(type(record)) or summary is None or precision == WITHHELD:
        return None
    name = getattr(record, summary.name)
    wider = _wider(case, record, audience, country, precision)
    own = NamesInText([name])
    named = next((word for word in wider if word.strip() and not own.found_in(word)), "")
    if not named or not name.strip():
        return None
    values: dict[str, Any] = {spec.name: spec.empty for spec in specs}
    values[summary.name] = named
    for spec in specs:
        marked = record.field_sensitivities.get(spec.name, Sensitivity.PUBLIC) > audience
        if spec.vocabulary == PRECISION and precision and not marked:
            values[spec.name] = REGION
    return values


def _wider(
    case: Case, record: Record, audience: Sensitivity, country: Callable[[str], str], precision: str | None
) -> list[str]:
    """What the place lies in, the nearest first."""
    found: list[str] = []
    hidden = record.field_sensitivities.get(ADMIN_AREA, Sensitivity.PUBLIC) > audience
    if precision != REGION and not hidden:
        found.append(getattr(record, ADMIN_AREA, ""))
    for spec in field_specs(type(case)):
        open_to_all = case.field_sensitivities.get(spec.name, Sensitivity.PUBLIC) <= audience
        if spec.kind is Kind.COUNTRIES and open_to_all and len(getattr(case, spec.name)) == 1:
            found += [country(code) for code in getattr(case, spec.name)]
    return found
