"""Actors and sources as shared records: one actor or source, many cases."""

import attrs

from casebook.domain.dates import When
from casebook.domain.declaration import section
from casebook.domain.fields import chips, country, flag, language, line, link, prose, term, url, when
from casebook.domain.marking import _
from casebook.domain.records import Markdown, RecordId, SharedRecord, TermRef


@section(
    "actor_records",
    title=_("Actor records"),
    singular=_("Actor record"),
    grow=_("Add an actor record"),
    essential=False,
    guidance=_(
        "One record for each organisation, force or group, shared by all cases. A pseudonym stands in for it where needed."
    ),
    example=_("“Economic Community of West African States – ECOWAS – regional organisation.”"),
)
@attrs.frozen(kw_only=True)
class Actor(SharedRecord):
    """An organisation, force, group or community that appears in cases."""

    name: str = line(_("Official name"), required=True, summary=True)
    short_name: str = line(_("Short name"), short=True, fact=True, expected=False, short_form=True)
    aliases: tuple[str, ...] = chips(
        _("Other names"), expected=False, alias=True, hint=_("Former names, names in other languages")
    )
    type: TermRef | None = term(_("Type"), "actor-type", required=True, fact=True, compare_by=True)
    parent_actor: RecordId | None = link(_("Part of"), "actor_records", expected=False)
    country: str | None = country(_("Country"), expected=False, fact=True)
    pseudonym: str = line(
        _("Pseudonym"), short=True, expected=False, hint=_("Used in exports that must not name it")
    )


@section(
    "source_records",
    title=_("Sources"),
    singular=_("Source"),
    grow=_("Add a source"),
    essential=False,
    guidance=_(
        "Describe the source as a reader would need it to find it again, and say how far it can be trusted: A to F by the Admiralty code."
    ),
    example=_(
        "“United Nations: Final progress report of the Secretary-General, S/2018/344, 2018 – reliability B.”"
    ),
)
@attrs.frozen(kw_only=True)
class Source(SharedRecord):
    """A source; names follow CSL-JSON, `reliability` is the Admiralty code's source grade, A to F."""

    title: str = line(_("Title"), required=True, summary=True)
    type: TermRef | None = term(_("Type"), "source-type", required=True, fact=True)
    citation_key: str = line(
        _("Citation key"),
        short=True,
        required=True,
        fact=True,
        code=True,
        identifying=True,
        hint=_("Short name for @ citations"),
    )
    authors: tuple[str, ...] = chips(
        _("Authors"), hint=_("“Family, Given”, or the name of an organisation"), comma_within=True
    )
    issued: When | None = when(_("Issued"), fact=True)
    container_title: str = line(
        _("Published in"), expected=False, hint=_("Journal, newspaper, book or website")
    )
    publisher: str = line(_("Publisher"), expected=False)
    publisher_place: str = line(_("Place of publication"), short=True, expected=False)
    number: str = line(_("Document number"), short=True, expected=False)
    volume: str = line(_("Volume"), short=True, expected=False)
    issue: str = line(_("Issue"), short=True, expected=False)
    pages: str = line(_("Pages"), short=True, expected=False)
    url: str = url(_("Web address"), expected=False, identifying=True)
    doi: str = line(_("DOI"), short=True, code=True, expected=False, identifying=True)
    isbn: str = line(_("ISBN"), short=True, code=True, expected=False, identifying=True)
    accessed: When | None = when(_("Consulted"), expected=False)
    language: str | None = language(_("Language"), expected=False)
    reliability: TermRef | None = term(_("Reliability"), "reliability", required=True, fact=True)
    connection: TermRef | None = term(_("Connection to the information"), "source-connection")
    confidential: bool | None = flag(_("Confidential"), expected=False)
    consent: TermRef | None = term(_("Consent"), "consent", expected=False)
    note: Markdown = prose(_("Note"), expected=False)
