"""Pseudonyms: who must not be named to an audience is called by another name, everywhere and always the same."""

from collections.abc import Iterable, Mapping

import attrs

from casebook.domain.citing import marks
from casebook.domain.fields import FieldSpec, Kind, field_specs
from casebook.domain.names_in_text import NamesInText, plain
from casebook.domain.records import Record, Sensitivity, SharedRecord

PSEUDONYM, CITATION_KEY = "pseudonym", "citation_key"
"""Fields with a meaning of their own for sharing, on whatever record they are declared."""
MOST_ROUNDS = 8
"""A name may come to stand where a pseudonym was put; so often it is looked again."""
SHORTEST_IN_KEY = 3
"""Letters a name must have to be looked for inside a citation key, where words are run together."""


def names_of(record: Record) -> tuple[str, ...]:
    """What a record is called: its summary, its short form, and its other names."""
    names: list[str] = []
    for spec in field_specs(type(record)):
        value = getattr(record, spec.name)
        if spec.kind is Kind.LINE and (spec.summary or spec.short_form):
            names.append(value)
        elif spec.kind is Kind.CHIPS:
            names += value
    return tuple(dict.fromkeys(name.strip() for name in names if name.strip()))


def needs_pseudonym(record: Record, audience: Sensitivity, section: Sensitivity) -> bool:
    """Whether the record is not to be named to the audience but has a pseudonym that is."""
    hidden = record.field_sensitivities
    named_openly = all(
        hidden.get(spec.name, Sensitivity.PUBLIC) <= audience
        for spec in field_specs(type(record))
        if spec.summary
    )
    above = max(record.sensitivity, section) > audience or not named_openly
    if not (above and isinstance(record, SharedRecord) and getattr(record, PSEUDONYM, "").strip()):
        return False
    return hidden.get(PSEUDONYM, Sensitivity.PUBLIC) <= audience


@attrs.frozen
class Veil:
    """Names and what to say instead; made by `veil_of`."""

    instead: Mapping[str, str]
    """Pseudonym by the plain form of each name."""
    bearers: frozenset[str]
    """Ids of the records whose pseudonym is used."""
    _names: NamesInText

    def over(self, text: str) -> str:
        """`text` with every name exchanged."""
        for _round in range(MOST_ROUNDS):
            veiled = self._names.replaced(text, self.instead.__getitem__) if text and self.instead else text
            if veiled == text:
                break
            text = veiled
        return text

    def covers(self, text: str) -> bool:
        """Whether a name stands in `text`."""
        return bool(self.instead) and self._names.found_in(text)

    def key(self, key: str, taken: Iterable[str]) -> str:
        """The citation key to use instead of `key` where that gives a name away: "source-1"; else `key`."""
        folded = _run_together(key)
        names = (_run_together(name) for name in self.instead)
        if not any(len(name) >= SHORTEST_IN_KEY and name in folded for name in names) and not self.covers(
            key
        ):
            return key
        known, number = frozenset(taken), 1
        while f"source-{number}" in known:
            number += 1
        return f"source-{number}"


def veil_of(records: Iterable[Record]) -> Veil:
    """The veil over these records, all of which have a pseudonym.

    A pseudonym that holds one of the names itself gives it away and is not used, nor is its bearer veiled.
    Of two records that bear the same name the first gives its pseudonym.
    """
    bearers = {record.id: record for record in records}
    found = True
    names = NamesInText(())
    while found:
        names = NamesInText(name for record in bearers.values() for name in names_of(record))
        unfit = [one for one, record in bearers.items() if names.found_in(_pseudonym(record))]
        found = bool(unfit)
        for one in unfit:
            del bearers[one]
    instead: dict[str, str] = {}
    for record in bearers.values():
        for name in names_of(record):
            instead.setdefault(plain(name).strip(), _pseudonym(record))
    return Veil(instead, frozenset(bearers), names)


def pseudonymous(record: Record, audience: Sensitivity) -> dict[str, object]:
    """The values of a record that is shown under its pseudonym: that, and what kind of thing it is; no more."""
    values: dict[str, object] = {}
    for spec in field_specs(type(record)):
        if spec.summary:
            values[spec.name] = _pseudonym(record)
        elif not _says_kind(record, spec, audience):
            values[spec.name] = spec.empty
    return values


def rekeyed(text: str, keys: Mapping[str, str]) -> str:
    """`text` with citation keys exchanged."""
    if not keys or "@" not in text:
        return text
    parts: list[str] = []
    done = 0
    for start, end, key in marks(text):
        parts += [text[done:start], f"@{keys.get(key, key)}"]
        done = end
    return "".join([*parts, text[done:]])


def _says_kind(record: Record, spec: FieldSpec, audience: Sensitivity) -> bool:
    return bool(spec.vocabulary) and record.field_sensitivities.get(spec.name, Sensitivity.PUBLIC) <= audience


def _pseudonym(record: Record) -> str:
    return str(getattr(record, PSEUDONYM)).strip()


def _run_together(text: str) -> str:
    return "".join(sign for sign in plain(text).casefold() if sign.isalnum())
