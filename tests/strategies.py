"""Hypothesis strategies built from the declaration: any field, record, case and change a person could make.

A whole case has hundreds of values; drawing each by itself takes Hypothesis a tenth of a second. So Hypothesis
draws a number, and the number grows into a case: the same number always into the same case.
"""

import json
import uuid
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from random import Random
from typing import Any

from hypothesis import strategies as st

from casebook.domain.case import Case
from casebook.domain.changes import OF_RECORD, Aspect, Change, setting
from casebook.domain.dates import When
from casebook.domain.declaration import SectionSpec
from casebook.domain.entry_changes import adding, duplicating, moving, removing
from casebook.domain.errors import DateError
from casebook.domain.fields import EVERY_RECORD, FieldSpec, Kind, field_specs
from casebook.domain.records import Absence, Record, RecordId, Sensitivity, Stamp
from casebook.domain.vocabulary import Vocabularies, vocabulary_of

VOCABULARY_FILES = Path(__file__).parents[1] / "resources" / "vocabularies"
VOCABULARIES: Vocabularies = {
    path.stem: vocabulary_of(json.loads(path.read_text(encoding="utf-8")))
    for path in sorted(VOCABULARY_FILES.glob("*.json"))
}

HOSTILE = (
    "<script>alert(1)</script>",
    "{{ case.id }} {% raw %}",
    "#set text(red) $x$ @cite \\[",
    "[[ os.exit() ]] --",
    "'; DROP TABLE cases; --",
    "= cmd|' /C calc'!A0",
    "الشراكة العسكرية",
    "维持和平 行动",
    "साझेदारी",
    "миротворчество",
    "e\u0301 \u202e evil \u200b",
    "👩🏾‍✈️ 🕊",
    "line one\nline two\r\n\tthree",
    "  spaces  ",
    "%s %d {0} {name}",
)
"""Text as people paste it: markup of every kind, any script, odd spaces."""

PLAIN = "the partners trained two companies near Monrovia before disarmament began in June"
COUNTRIES = ("LR", "GH", "NG", "IQ", "AF", "PH", "SL", "SD", "US", "FR")
LANGUAGES = ("en", "fr", "ar", "es", "zh")
JSON_VALUES = (None, True, 0, -3, 2.5, "text", [], [1, "two", None], {"deep": {"er": [True]}})
DIVISIONS = (21, 22, 23, 24, 33, 34, 35, 36, 40, 41)
SEEDS = st.integers(0, 2**32 - 1)

Ids = Mapping[str, tuple[str, ...]]
"""Ids of the records of each section; under EVERY_RECORD those of all records, under "case" of other cases."""


def any_text(rng: Random) -> str:
    """A few plain words, something hostile, or characters from anywhere in Unicode but the surrogates and NUL."""
    form = rng.randrange(4)
    if form == 0:
        return rng.choice(HOSTILE)
    if form == 1:
        codes = (rng.choice((rng.randrange(32, 0xD800), rng.randrange(0xE000, 0x110000))) for _ in range(6))
        return "".join(map(chr, codes))
    return " ".join(rng.choices(PLAIN.split(), k=rng.randint(1, 9)))


def any_point(rng: Random) -> str:
    """One EDTF date, of any precision and mark."""
    year, month = rng.randint(1, 9999), rng.randint(1, 12)
    mark = rng.choice(("", "", "~", "?", "%"))
    forms = (
        f"{year // 100:02d}XX",
        f"{year // 10:03d}X",
        f"{year:04d}",
        f"{year:04d}-{month:02d}",
        f"{year:04d}-{rng.choice(DIVISIONS)}",
        f"{year:04d}-{month:02d}-{rng.randint(1, 28):02d}",
    )
    return rng.choice(forms) + mark


def any_when(rng: Random) -> When:
    """A date or interval, fuzzy, open and one-sided ones too."""
    while True:
        one, two = any_point(rng), any_point(rng)
        forms = (one, one, f"{one}/{two}", f"{one}/..", f"../{one}", f"{one}/", f"[..{one}]", f"[{one}..]")
        try:
            return When(rng.choice(forms))
        except DateError:
            continue


def any_value(rng: Random, spec: FieldSpec, ids: Ids) -> Any:
    """A value that field `spec` can hold and that is not empty, where links have anything to point at."""
    made: dict[Kind, Callable[[], Any]] = {
        Kind.WHEN: lambda: any_when(rng),
        Kind.SCALE: lambda: rng.randint(spec.low, spec.high),
        Kind.WHOLE: lambda: rng.randint(0, 10**9),
        Kind.NUMBER: lambda: rng.choice(
            (0.0, rng.uniform(*((spec.low, spec.high) if spec.high else (-1e9, 1e9))))
        ),
        Kind.FLAG: lambda: rng.random() < 0.5,
        Kind.COUNTRY: lambda: rng.choice(COUNTRIES),
        Kind.COUNTRIES: lambda: _several(rng, COUNTRIES),
        Kind.LANGUAGE: lambda: rng.choice(LANGUAGES),
        Kind.URL: lambda: "https://example.org/a?b=c&d=e",
        Kind.FILE: lambda: f"{rng.getrandbits(256):064x}",
        Kind.CHIPS: lambda: tuple(
            dict.fromkeys(any_text(rng).strip() or "x" for _ in range(rng.randint(1, 3)))
        ),
    }
    if spec.vocabulary:
        terms = tuple(VOCABULARIES[spec.vocabulary].by_id)
        return _several(rng, terms, spec.high or 3) if spec.many else rng.choice(terms)
    if spec.to:
        targets = ids.get(spec.to, ())
        return _several(rng, targets) if spec.many else rng.choice(targets or (None,))
    return made.get(spec.kind, lambda: any_text(rng))()


def _several(rng: Random, choices: tuple[str, ...], most: int = 3) -> tuple[str, ...]:
    return tuple(rng.sample(choices, min(len(choices), rng.randint(1, most))))


def ids_from(start: int) -> Iterator[RecordId]:
    """Well-formed UUIDv7 texts, counted up from `start`."""
    for number in range(start, 2**62):
        yield RecordId(str(uuid.UUID(int=(0x0191 << 112) | (0x7 << 76) | (0x2 << 62) | number)))


def fresh_ids(case: Case) -> Iterator[RecordId]:
    """Ids above all that `case` has."""
    highest = max(uuid.UUID(record.id).int & (2**62 - 1) for record in everything(case))
    return ids_from(highest + 1)


def any_record(
    rng: Random, record_type: type[Record], record_id: str, ids: Ids, more: Mapping[str, Any]
) -> Any:
    """A record with some of its fields recorded; `more` are further attributes."""
    specs = field_specs(record_type)
    given = {spec.name: any_value(rng, spec, ids) for spec in specs if rng.random() < 0.6}
    marks: dict[str, Any] = {}
    if rng.random() < 0.5:
        names = [spec.name for spec in rng.sample(specs, min(2, len(specs)))]
        marks = {
            "sensitivity": rng.choice(tuple(Sensitivity)),
            "absences": {name: rng.choice(tuple(Absence)) for name in names if not given.get(name)},
            "field_sensitivities": {names[0]: rng.choice(tuple(Sensitivity))},
            "extra": rng.choice(({}, {"x_new": rng.choice(JSON_VALUES)})),
            "stamp": Stamp(
                created_at="2026-01-02T03:04:05+00:00",
                created_by=rng.choice(("", "Ama Mensah")),
                updated_at=rng.choice(("", "2026-02-03T04:05:06+00:00")),
                updated_by=rng.choice(("", "Kofi")),
            ),
        }
    return record_type(id=RecordId(record_id), **given, **marks, **more)


def any_case(rng: Random, case_type: type[Case] = Case, most: int = 2) -> Case:
    """A whole case with up to `most` entries in each section, all links and parents in place."""
    sections = case_type().declaration.sections
    fresh = ids_from(rng.getrandbits(40))
    ids: dict[str, tuple[str, ...]] = {}
    for key, section in sections.items():
        possible = not section.parent or ids[section.parent]
        ids[key] = tuple(next(fresh) for _ in range(rng.randint(0, most) if possible else 0))
    case_id = next(fresh)
    ids |= {
        EVERY_RECORD: (case_id, *(held for group in ids.values() for held in group)),
        "case": (next(fresh),),
    }
    entries = {
        key: tuple(any_record(rng, s.entry_type, one, ids, _parent(rng, s, ids)) for one in ids[key])
        for key, s in sections.items()
    }
    made: Case = any_record(rng, case_type, case_id, ids, entries)
    return made


def _parent(rng: Random, section: SectionSpec, ids: Ids) -> dict[str, Any]:
    return {"parent": rng.choice(ids[section.parent])} if section.parent else {}


def ids_of(case: Case) -> Ids:
    """The ids of a case's records by section, as links need them."""
    held = {key: tuple(record.id for record in case.section(key)) for key in case.declaration.sections}
    return held | {EVERY_RECORD: (case.id, *(i for ids in held.values() for i in ids)), "case": (case.id,)}


def any_change(rng: Random, case: Case) -> Change:
    """Any one change that fits `case`: every kind, every aspect, every field, every section."""
    ids = ids_of(case)
    target = rng.choice(ids[EVERY_RECORD])
    record = case.find(target)
    assert record is not None
    spec = rng.choice(field_specs(type(record)))
    kind = rng.choice(("set", "set", "clear", "absence", "sensitivity", "add", "move", "remove", "duplicate"))
    if kind == "absence":
        names = [spec.name, *(case.declaration.sections if record is case else ())]
        return setting(case, target, rng.choice(names), rng.choice((None, *Absence)), Aspect.ABSENCE)
    if kind == "sensitivity":
        field = rng.choice((spec.name, OF_RECORD))
        levels = tuple(Sensitivity) if field == OF_RECORD else (None, *Sensitivity)
        return setting(case, target, field, rng.choice(levels), Aspect.SENSITIVITY)
    if kind == "add":
        return _addition(rng, case, ids)
    if kind == "remove" and record is not case:
        return removing(case, target)
    if kind == "duplicate" and record is not case:
        return duplicating(case, target, fresh_ids(case).__next__)[0]
    if kind == "move" and record is not case:
        moved = moving(case, target, rng.choice((-1, 1)))
        if moved is not None:
            return moved
    return setting(case, target, spec.name, spec.empty if kind == "clear" else any_value(rng, spec, ids))


def _addition(rng: Random, case: Case, ids: Ids) -> Change:
    possible = [s for s in case.declaration.sections.values() if not s.parent or ids[s.parent]]
    section = rng.choice(possible)
    fresh = next(fresh_ids(case))
    entry = any_record(rng, section.entry_type, fresh, ids, _parent(rng, section, ids))
    return adding(case, section.key, entry, rng.randint(0, len(case.section(section.key))))


def cases(case_type: type[Case] = Case, most: int = 2) -> st.SearchStrategy[Case]:
    """Whole cases; see `any_case`."""
    return SEEDS.map(lambda seed: any_case(Random(seed), case_type, most))


def changes(case: Case) -> st.SearchStrategy[Change]:
    """Changes that fit `case`; see `any_change`."""
    return SEEDS.map(lambda seed: any_change(Random(seed), case))


def values(spec: FieldSpec, ids: Ids) -> st.SearchStrategy[Any]:
    """Values of one field; see `any_value`."""
    return SEEDS.map(lambda seed: any_value(Random(seed), spec, ids))


def records(record_type: type[Record], ids: Ids | None = None) -> st.SearchStrategy[Any]:
    """Records of one class, without a parent; see `any_record`."""

    def grow(seed: int) -> Any:
        rng = Random(seed)
        return any_record(rng, record_type, next(ids_from(rng.getrandbits(40))), ids or {}, {})

    return SEEDS.map(grow)


WHENS = SEEDS.map(lambda seed: any_when(Random(seed)))
"""Dates and intervals; see `any_when`."""

TEXTS = st.one_of(st.sampled_from(HOSTILE), st.text(max_size=60))
"""Text of any kind, surrogates left out as no keyboard or file can bring them."""


def everything(case: Case) -> Iterator[Record]:
    """The case and every record in it."""
    yield case
    for key in case.declaration.sections:
        yield from case.section(key)


def same_in_full(one: Case, other: Case) -> bool:
    """Equality that looks at stamps too, which `==` leaves out."""
    stamps = [[record.stamp for record in everything(case)] for case in (one, other)]
    return one == other and stamps[0] == stamps[1]


def dangling(case: Case) -> list[tuple[str, str, str]]:
    """(record, field, target) of every link or parent inside the case that points nowhere."""
    ids = ids_of(case)
    lost: list[tuple[str, str, str]] = []
    for record in everything(case):
        for spec in field_specs(type(record)):
            if spec.to and spec.to != "case":
                value = getattr(record, spec.name)
                targets = value if spec.many else filter(None, (value,))
                lost += [(record.id, spec.name, target) for target in targets if target not in ids[spec.to]]
        parent = getattr(record, "parent", None)
        if parent and parent not in ids[EVERY_RECORD]:
            lost.append((record.id, "parent", parent))
    return lost
