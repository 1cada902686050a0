"""A receipt in words: what each kind of withholding is called, and how much of each there was."""

from collections.abc import Callable

from casebook.domain.declaration import Declaration
from casebook.domain.marking import _
from casebook.domain.receipt import Reason, Receipt, What

REASONS = {
    Reason.SENSITIVITY: _("marked above the audience"),
    Reason.PART_OF_WITHHELD: _("stands in something withheld"),
    Reason.LINK_TO_WITHHELD: _("means nothing without something withheld"),
    Reason.NO_CONSENT: _("no consent given"),
    Reason.CONFIDENTIAL: _("confidential"),
    Reason.ONLY_IN_WITHHELD: _("only named in something withheld"),
    Reason.PRECISION: _("place is shown less exactly"),
    Reason.IDENTITY: _("would give away who is meant by a pseudonym"),
    Reason.UNCLEAN: _("may hold hidden data that cannot be taken out"),
}
COUNTED = (
    (What.PSEUDONYM, _("Actors shown under a pseudonym")),
    (What.NAME, _("Texts that say a pseudonym instead of a name")),
    (What.PLACE, _("Places shown as the area or country they lie in")),
    (What.PICTURE, _("Pictures left out")),
    (What.FIELD, _("Single fields")),
    (What.LINK, _("Links to something withheld")),
    (What.CITATION, _("Citations of withheld sources")),
    (What.COORDINATES, _("Exact positions of places")),
)
DONE = {
    What.PSEUDONYM: _("shown under its pseudonym"),
    What.NAME: _("says a pseudonym instead of a name"),
    What.PLACE: _("shown as the area or country it lies in"),
}
"""What was done to things that are not left out."""


def counted(
    receipt: Receipt, declaration: Declaration, translate: Callable[[str], str]
) -> list[tuple[str, int]]:
    """What was withheld by kind, such as ("Testimonies", 2): whole entries by section, then the rest."""
    lines = [
        (translate(declaration.sections[key].title), count)
        for key, count in receipt.counts.items()
        if key in declaration.sections
    ]
    return lines + [(translate(label), receipt.count(what)) for what, label in COUNTED if receipt.count(what)]


def counts_by_kind(receipt: Receipt) -> dict[str, int]:
    """The same for programs: how many whole entries of each section, then how many things of each other kind."""
    kinds = {what.value: receipt.count(what) for what, _label in COUNTED if receipt.count(what)}
    return receipt.counts | kinds
