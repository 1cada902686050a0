"""Places: where a case happened, no more exactly than is safe."""

import attrs

from casebook.domain.declaration import section
from casebook.domain.fields import line, number, term
from casebook.domain.marking import _
from casebook.domain.records import Entry, TermRef


@section(
    "places",
    title=_("Places"),
    singular=_("Place"),
    grow=_("Add a place"),
    guidance=_(
        "Name the places a reader needs to follow the story. Give an area rather than a point where people could be put at risk."
    ),
    example=_("“Tubmanburg, Bomi County”, precision: area."),
)
@attrs.frozen(kw_only=True)
class Place(Entry):
    """A place named in the case; coordinates in decimal degrees, WGS 84."""

    name: str = line(_("Place"), required=True, summary=True)
    admin_area: str = line(_("Administrative area"), fact=True, hint=_("County, province or district"))
    latitude: float | None = number(_("Latitude"), expected=False, low=-90, high=90, unit="°")
    longitude: float | None = number(_("Longitude"), expected=False, low=-180, high=180, unit="°")
    precision: TermRef | None = term(_("Precision"), "place-precision", fact=True)
