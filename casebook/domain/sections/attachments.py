"""Attachments: files that belong to the case and live inside the library."""

import attrs

from casebook.domain.dates import When
from casebook.domain.declaration import section
from casebook.domain.fields import file, line, term, when, whole
from casebook.domain.marking import _
from casebook.domain.records import Entry, TermRef


@section(
    "attachments",
    title=_("Attachments"),
    singular=_("Attachment"),
    grow=_("Attach a file"),
    essential=False,
    guidance=_("Drop a file here. Say what it shows and who may be credited; mark who may see it."),
    example=_("“Map of cantonment sites – UN cartographic section – public.”"),
)
@attrs.frozen(kw_only=True)
class Attachment(Entry):
    """A file kept in the library under its SHA-256; `size` in bytes."""

    caption: str = line(_("Caption"), required=True, summary=True)
    file_name: str = line(_("File name"), required=True, fact=True)
    digest: str = file(_("File"), required=True)
    media_type: str = line(_("Media type"), short=True, code=True, expected=False)
    size: int | None = whole(_("Size"), unit=_("bytes"), expected=False)
    kind: TermRef | None = term(_("Kind"), "attachment-kind", fact=True)
    attribution: str = line(_("Attribution"), hint=_("Who made it; whom to credit"))
    origin: str = line(_("Origin"), expected=False, hint=_("Where it came from"))
    date: When | None = when(_("Date"), expected=False)
