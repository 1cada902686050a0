"""A receipt in words: what will be withheld, counted and one by one."""

from collections.abc import Callable

import attrs

from casebook.domain.case import Case
from casebook.domain.declaration import SectionSpec
from casebook.domain.fields import field_spec
from casebook.domain.marking import _
from casebook.domain.receipt import Reason, Receipt, What, Withheld
from casebook.domain.wording import Wording

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


@attrs.frozen
class WithheldLine:
    """One thing withheld: what it is, in which section, and why; and where to find it in Write."""

    what: str
    where: str
    why: str
    record_id: str = ""
    field: str = ""


def count_lines(receipt: Receipt, case: Case, translate: Callable[[str], str]) -> list[str]:
    """One line for each kind of thing withheld, such as "Testimonies: 2"."""
    lines = [
        f"{translate(_section(case, key).title)}: {count}"
        for key, count in receipt.counts.items()
        if key in case.declaration.sections
    ]
    lines += [f"{translate(label)}: {receipt.count(what)}" for what, label in COUNTED if receipt.count(what)]
    return lines


def each_line(receipt: Receipt, case: Case, wording: Wording) -> list[WithheldLine]:
    """Everything withheld, one by one, under the names it has in the case."""
    return [_line(item, case, wording) for item in receipt.items]


def name_warnings(receipt: Receipt, case: Case, wording: Wording) -> list[WithheldLine]:
    """Texts in which the name of somebody withheld still stands, for the author to mend."""
    lines = []
    for mention in receipt.named:
        record = case.find(mention.record_id)
        kind = type(record) if record is not None else type(case)
        label = wording.translate(field_spec(kind, mention.field).label)
        title = wording.title(record, case) if record is not None else ""
        lines.append(WithheldLine(mention.name, f"{title} – {label}", "", mention.record_id, mention.field))
    return lines


def _line(item: Withheld, case: Case, wording: Wording) -> WithheldLine:
    record = case.find(item.record_id)
    what = wording.title(record, case) if record is not None else item.record_id
    if item.field and record is not None:
        try:
            label = wording.translate(field_spec(type(record), item.field).label)
        except KeyError:
            label = item.field
        what = f"{what} – {label}"
    section = case.declaration.sections.get(item.section)
    where = wording.translate(section.title) if section is not None else wording.translate(_("Overview"))
    return WithheldLine(what, where, _why(item, wording), item.record_id, item.field)


def _why(item: Withheld, wording: Wording) -> str:
    done = DONE.get(item.what)
    return wording.translate(done if done is not None else REASONS[item.reason])


def _section(case: Case, key: str) -> SectionSpec:
    return case.declaration.sections[key]
