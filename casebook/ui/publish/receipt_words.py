"""A receipt in words: what will be withheld, counted and one by one."""

from collections.abc import Callable

import attrs

from casebook.domain.case import Case
from casebook.domain.fields import field_spec
from casebook.domain.marking import _
from casebook.domain.receipt import Receipt, Withheld
from casebook.domain.receipt_words import DONE, REASONS, counted
from casebook.domain.wording import Wording


@attrs.frozen
class WithheldLine:
    """One thing withheld: what it is, in which section, and why; and where to find it in Write."""

    what: str
    where: str
    why: str
    record_id: str = ""
    field: str = ""

    @property
    def facts(self) -> str:
        """Where and why in one line."""
        return " · ".join(part for part in (self.where, self.why) if part)


def count_lines(receipt: Receipt, case: Case, translate: Callable[[str], str]) -> list[str]:
    """One line for each kind of thing withheld, such as "Testimonies: 2"."""
    return [f"{what}: {count}" for what, count in counted(receipt, case.declaration, translate)]


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
