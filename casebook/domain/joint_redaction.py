"""Several cases for one audience in one report: who is called by another name in one of them is so in all."""

from collections.abc import Callable, Iterable, Sequence

import attrs

from casebook.domain.case import Case
from casebook.domain.errors import AudienceError
from casebook.domain.pseudonyms import needs_pseudonym
from casebook.domain.receipt import Receipt
from casebook.domain.records import Record, Sensitivity
from casebook.domain.redaction import as_it_is, redact


def redact_together(
    cases: Sequence[Case],
    audience: Sensitivity,
    known: Iterable[Record] = (),
    country: Callable[[str], str] = as_it_is,
) -> tuple[tuple[Case, Receipt], ...]:
    """Each case as `redact` gives it, in order.

    Actors that one of the cases shows under their pseudonym are shown so in all, also where another case marks them
    less strictly, and their names are exchanged in the texts of cases they do not belong to.

    Raises:
        AudienceError: a case as a whole is marked above the audience; with several it is named.
    """
    if len(cases) == 1:
        return (redact(cases[0], audience, known, country),)
    veiled = _veiled(cases, audience)
    everybody = {record.id: record for record in (*known, *veiled.values())}
    made = []
    for case in cases:
        try:
            made.append(redact(_strictest(case, veiled), audience, everybody.values(), country))
        except AudienceError as error:
            raise AudienceError(f"“{case.title or case.ref_code}”: {error}") from error
    return tuple(made)


def joined(receipts: Sequence[Receipt], audience: Sensitivity) -> Receipt:
    """One receipt for all: what several cases lost alike, such as a shared source, is counted once."""
    return Receipt(
        audience=audience,
        items=tuple(dict.fromkeys(item for receipt in receipts for item in receipt.items)),
        named=tuple(dict.fromkeys(mention for receipt in receipts for mention in receipt.named)),
    )


def _veiled(cases: Iterable[Case], audience: Sensitivity) -> dict[str, Record]:
    """The records by id that any of the cases must show under a pseudonym, marked so that every one does."""
    return {
        record.id: attrs.evolve(record, sensitivity=Sensitivity.INTERNAL)
        for case in cases
        for section in case.declaration.shared_sections
        for record in case.section(section.key)
        if needs_pseudonym(record, audience, case.field_sensitivities.get(section.key, Sensitivity.PUBLIC))
    }


def _strictest(case: Case, veiled: dict[str, Record]) -> Case:
    for section in case.declaration.shared_sections:
        held = case.section(section.key)
        if any(record.id in veiled for record in held):
            marked = (
                attrs.evolve(record, sensitivity=Sensitivity.INTERNAL) if record.id in veiled else record
                for record in held
            )
            case = case.with_section(section.key, tuple(marked))
    return case
