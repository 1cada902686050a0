"""Replaces words in chosen places of a case: one change for all of them, and what had to be left out."""

from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from casebook.domain.case import Case
from casebook.domain.changes import Batch, SetField, current, found, setting
from casebook.domain.errors import ChangeError
from casebook.domain.fields import FieldSpec, Kind, field_spec
from casebook.domain.find_in_case import Obstacle, Occurrence
from casebook.domain.marking import _
from casebook.domain.records import RecordId

LONGEST: Mapping[Kind, int] = {Kind.LINE: 2_000, Kind.CHIPS: 200, Kind.PROSE: 400_000}
"""Characters that the editors of these kinds take in at most; a text that is longer already may only shrink."""

BREAKS = frozenset("\n\r\t\v\f\0\x1c\x1d\x1e\x85\u2028\u2029")
"""Signs that would end a line."""

Field = tuple[RecordId, str]


@attrs.frozen(kw_only=True)
class Replacing:
    """What replacing comes to before it is done."""

    batch: Batch
    done: tuple[Occurrence, ...] = ()
    """The places that `batch` changes."""
    refused: Mapping[Occurrence, Obstacle] = attrs.field(factory=dict)
    too_long: tuple[Field, ...] = ()
    """Fields that grow beyond the length that is advised; they are changed all the same."""


def replacing(case: Case, chosen: Iterable[Occurrence], replacement: str, label: str = "") -> Replacing:
    """The change that puts `replacement` into the `chosen` places of `case`, as far as that may be done.

    Raises:
        ChangeError: the replacement is more than one line, or a chosen text is not what it was when it was found.
    """
    if BREAKS.intersection(replacement):
        raise ChangeError(_("What is put in must be a single line of text."))
    refused: dict[Occurrence, Obstacle] = {}
    by_field: dict[Field, list[Occurrence]] = {}
    for one in dict.fromkeys(chosen):
        there = by_field.setdefault((one.record_id, one.field), [])
        why = one.kept or (Obstacle.SAME if one.found == replacement else None)
        if why is None:
            there.append(one)
        else:
            refused[one] = why
    done: list[Occurrence] = []
    steps: list[SetField] = []
    too_long: list[Field] = []
    for (record_id, name), there in by_field.items():
        record = found(case, record_id)
        spec, old = field_spec(type(record), name), current(record, name)
        new = _replaced(spec, old, there, replacement)
        why = _obstacle(spec, old, new)
        if why is not None:
            refused |= dict.fromkeys(there, why)
        elif new != old:
            steps.append(setting(case, record_id, name, new))
            done += there
            too_long += [(record_id, name)] if 0 < spec.limit < len(new) > len(old) else []
    batch = Batch(changes=tuple(steps), label=label)
    return Replacing(batch=batch, done=tuple(done), refused=refused, too_long=tuple(too_long))


def _replaced(spec: FieldSpec, value: Any, there: Iterable[Occurrence], replacement: str) -> Any:
    """The value of a field with the replacement in all these places; words left empty or double go."""
    texts = list(value) if spec.many else [value]
    for item, text in enumerate(texts):
        spans = sorted((one.start, one.end) for one in there if one.item == item)
        pieces, done = [], 0
        for start, end in spans:
            pieces += [text[done:start], replacement]
            done = end
        texts[item] = "".join([*pieces, text[done:]])
    if any(one.item >= len(texts) or one.text != (value[one.item] if spec.many else value) for one in there):
        raise ChangeError(_("This was changed in the meantime; nothing was replaced."))
    if spec.many:
        return tuple(dict.fromkeys(filter(None, map(str.strip, texts)))) if there else value
    return texts[0] if texts[0].strip() or not there else ""


def _obstacle(spec: FieldSpec, old: Any, new: Any) -> Obstacle | None:
    """Why a field cannot have its new value."""
    if new == old:
        return None
    if spec.required and spec.is_empty(new):
        return Obstacle.EMPTY
    before, after = (max(map(len, value if spec.many else (value,)), default=0) for value in (old, new))
    return Obstacle.LONG if after > max(LONGEST.get(spec.kind, after), before) else None
