"""What the commands that write reports do alike: make them, say what came of each, keep the record and the receipt."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from casebook.commands.answers import say, say_json
from casebook.commands.door import Door, author

if TYPE_CHECKING:
    from casebook.publishing.order import Order, Published
    from casebook.services.publishing import Manuscript
    from casebook.services.receipts import Exported


@attrs.frozen
class Wanted:
    """Which cases, how, and the file for the receipt if there is to be one."""

    manuscripts: "Iterable[Manuscript]"
    order: "Order"
    receipt: Path | None = None


def taken_out(door: Door, names: Sequence[str]) -> "Iterator[Manuscript]":
    """The cases of these names, or every case, out of the library one by one; all names are looked up first."""
    from casebook.services.publishing import take_out
    from casebook.storage.listing import ListQuery

    with door.library() as library:
        if names:
            ids = list(dict.fromkeys(library.cases.resolve(name) for name in names))
        else:
            ids = library.cases.ids(ListQuery(sort="ref_code", descending=False))
        yield from (take_out(library, case_id) for case_id in ids)


def carry_out(door: Door, wanted: Wanted, *, as_json: bool) -> int:
    """Write the reports; what fails is told and does not keep the others back. Returns the exit status.

    Raises:
        PublishError: there is a file in the place of the receipt; nothing was written.
    """
    from casebook.services.batch import publish_each
    from casebook.services.receipts import Exported, receipt_of, refuse_taken, write_receipt

    if wanted.receipt is not None:
        refuse_taken(wanted.receipt)
    exports: list[Exported] = []
    answers: list[dict[str, Any]] = []
    refused = 0
    for outcome in publish_each(wanted.manuscripts, wanted.order):
        cases, made = tuple(one.case for one in outcome.manuscripts), outcome.published
        if made is None:
            refused += 1
            names = ", ".join(case.ref_code or case.title for case in cases)
            answers.append({"files": [], "reference": names, "refused": outcome.refusal})
            say(f"{names}: {outcome.refusal}", error=True)
            continue
        exports.append(Exported(cases=cases, order=wanted.order, published=made))
        answers.append(_told(made))
        if not as_json:
            say_published(made)
    if as_json:
        say_json(answers)
    keep_record(door, exports)
    if wanted.receipt is not None:
        write_receipt(receipt_of(exports, author()), wanted.receipt)
    return int(bool(refused))


def keep_record(door: Door, exports: "Sequence[Exported]") -> None:
    """Note in the library what left it; the reports are good where that cannot be done."""
    from casebook.domain.errors import CasebookError
    from casebook.services.receipts import record

    if not exports:
        return
    try:
        with door.library(write=True) as library:
            for exported in exports:
                record(library, exported)
    except CasebookError as error:
        say(f"The export is not noted in the library: {error}", error=True)


def say_published(made: "Published") -> None:
    """Print the files on the output; what was withheld, and what is worth knowing, on the error stream."""
    for file in made.files:
        say(str(file))
    for notice in (_withheld(made), *made.notices):
        say(notice, error=True)


def _told(made: "Published") -> dict[str, Any]:
    receipt = made.receipt
    return {
        "files": [str(file) for file in made.files],
        "sha256": list(made.digests),
        "notices": list(made.notices),
        "audience": receipt.audience.key,
        "withheld": receipt.counts,
        "withheld_fields": receipt.fields,
    }


def _withheld(made: "Published") -> str:
    """The receipt in one sentence: "Withheld from public: Testimonies 2, single fields 1."."""
    from casebook.domain.case import CASE

    receipt = made.receipt
    parts = [f"{CASE.sections[key].title} {count}" for key, count in receipt.counts.items()]
    for count, words in (
        (receipt.fields, "single fields"),
        (receipt.pseudonymised, "shown under a pseudonym"),
        (receipt.coarsened, "places shown less exactly"),
        (receipt.dropped, "pictures left out"),
    ):
        parts += [f"{words} {count}"] if count else []
    return f"Withheld from {receipt.audience.key}: {', '.join(parts) or 'nothing'}."
