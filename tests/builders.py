"""Cases as people write them, and libraries full of them, the same every time; fast enough for ten thousand."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import attrs

from casebook.domain.case import CASE, Case
from casebook.domain.dates import When
from casebook.domain.declaration import SectionSpec
from casebook.domain.fields import EVERY_RECORD, FieldSpec, Kind
from casebook.domain.records import Absence, RecordId, Sensitivity, Stamp
from casebook.paths import resources
from casebook.storage.database import Database, connected
from casebook.storage.facets import Facets
from casebook.storage.indexing import index_words
from casebook.storage.library import Library
from casebook.storage.record_table import RecordTable
from casebook.storage.search import PER_CASE
from casebook.storage.tables import TRIGGERS, Tables, tables_for
from tests.strategies import VOCABULARIES

ACTORS, SOURCES = 60, 80
"""Shared records that built cases draw from."""
PATTERNS = 40
"""Different cases a library repeats; a large one has more of them, each repeated about this often."""

COPIES = 50

SUBJECTS = [
    "The mission",
    "The ministry",
    "Local elders",
    "The police",
    "Two battalions",
    "The donors",
    "A women’s network",
    "Traders",
]
VERBS = [
    "agreed on",
    "postponed",
    "paid for",
    "rejected",
    "opened",
    "rebuilt",
    "took over",
    "reported on",
    "trained for",
]
OBJECTS = [
    "the patrol plan",
    "the ceasefire line",
    "the vetting of recruits",
    "a weapons collection point",
    "the joint cell",
    "the radio network",
    "the new barracks",
    "the district hospital",
    "a complaints desk",
    "the demining schedule",
]
TAILS = [
    "before the rains",
    "without a budget",
    "after long talks",
    "in four counties",
    "against expectations",
    "with little notice",
    "and told nobody",
    "for the first time",
    "under pressure from abroad",
    "while fighting went on nearby",
]
PEOPLE = ("Ama Mensah", "Kofi Boateng", "Leïla Haddad", "Jonas Weah", "Maria Santos")
COUNTRIES = ("LR", "SL", "IQ", "AF", "PH", "SO", "CI", "ML", "CD", "HT")
LIFELIKE = 0.7
"""Share of sentences taken from the sample library."""
SYLLABLES = tuple(first + second for first in "bdfgklmnprstvz" for second in "aeiou")
COMMON_NAMES = tuple(
    f"{SYLLABLES[at % len(SYLLABLES)]}{SYLLABLES[at * 7 % len(SYLLABLES)]}ro".capitalize() for at in range(60)
)
WEIGHTS = {"evidence": 6, "timeline": 5, "measurements": 3, "activities": 3, "challenges": 3, "lessons": 3}


@cache
def spoken() -> tuple[tuple[str, ...], ...]:
    """The sentences of running text of each case of the sample library."""
    found: list[tuple[str, ...]] = []
    for path in sorted((resources() / "sample").glob("*.json")):
        texts: list[str] = []
        _gather(json.loads(path.read_text(encoding="utf-8")), texts)
        found.append(tuple(dict.fromkeys(texts)))
    return tuple(found)


def _gather(value: Any, texts: list[str]) -> None:
    if isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            _gather(inner, texts)
    elif isinstance(value, str) and value.count(" ") > 5:
        texts.extend(part.strip() for part in value.replace("\n", " ").split(". ") if part.count(" ") > 3)


def build_case(seed: int, entries: int = 40) -> Case:
    """A case with about `entries` entries over all sections, in plain English; the same for the same seed."""
    return _Builder(seed, entries, lifelike=seed >= PATTERNS).case()


def build_library(path: Path, count: int, *, entries: int = 40, passphrase: str = "") -> Path:
    """A closed library with `count` cases, most of them copies, with names of their own, of some that differ.

    Those beyond the first forty speak in the words of the sample library, with names that are common or rare.
    """
    patterns = min(count, max(PATTERNS, count // COPIES))
    with Library.create(path, passphrase=passphrase, author=PEOPLE[0]) as library:
        library.cases.add_all(build_case(seed, entries) for seed in range(patterns))
    if count > patterns:
        _multiply(path, passphrase, patterns, count)
    return path


def record_id(seed: int, number: int) -> RecordId:
    """A UUIDv7; its last twelve digits are free for telling copies apart."""
    return RecordId(
        f"0191{seed >> 16:04x}-{seed & 0xFFFF:04x}-7{number >> 12:03x}-8{number & 0xFFF:03x}-{0:012x}"
    )


def shared_id(key: str, number: int) -> RecordId:
    """The id of a shared record, the same in all built cases."""
    kind = list(CASE.sections).index(key)
    return RecordId(f"01900000-{kind:04x}-7{number:03x}-8000-000000000000")


class _Builder:
    def __init__(self, seed: int, entries: int, *, lifelike: bool = False) -> None:
        self.lifelike = lifelike
        self.rng = Random(seed)
        self.seed = seed
        self.numbers = iter(range(1, 1 << 20))
        self.entries = entries
        self.ids: dict[str, list[RecordId]] = {}
        self.year = self.rng.randint(1992, 2018)

    def case(self) -> Case:
        ident = record_id(self.seed, 0)
        own = [section for section in CASE.sections.values() if not section.shared]
        for section, count in zip(own, self._counts(own), strict=True):
            self.ids[section.key] = [record_id(self.seed, next(self.numbers)) for _ in range(count)]
        for section in CASE.shared_sections:
            pool = ACTORS if section.key == "actor_records" else SOURCES
            chosen = self.rng.sample(range(pool), min(6, pool))
            self.ids[section.key] = [shared_id(section.key, number) for number in chosen]
        self.ids[EVERY_RECORD] = [one for section in own for one in self.ids[section.key]]
        values: dict[str, Any] = {section.key: tuple(self._entries(section)) for section in own}
        for section in CASE.shared_sections:
            values[section.key] = tuple(shared_record(section, one) for one in self.ids[section.key])
        values |= {spec.name: self.value(spec) for spec in CASE.header if self.rng.random() < 0.85}
        country = self.rng.choice(COUNTRIES)
        values |= {
            "title": f"{self.rng.choice(SUBJECTS)} and {self.rng.choice(OBJECTS)}",
            "ref_code": f"{country}-{self.year}-{self.seed + 1:05d}",
            "brief": self.sentence()[:280],
            "countries": (country,),
            "period": When(f"{self.year}/{self.year + self.rng.randint(1, 15)}"),
            "parent_case": None,
            "sensitivity": self.rng.choice((Sensitivity.PUBLIC, Sensitivity.PARTNER, Sensitivity.INTERNAL)),
        }
        return Case(id=ident, stamp=self.stamp(), **values)

    def _counts(self, sections: list[SectionSpec]) -> list[int]:
        weights = [WEIGHTS.get(section.key, 2 if section.parent == "" else 1) for section in sections]
        counts = [max(1, round(self.entries * weight / sum(weights))) for weight in weights]
        if self.entries < len(sections):
            counts = [1 if place < self.entries else 0 for place in range(len(sections))]
        return counts

    def _entries(self, section: SectionSpec) -> Iterator[Any]:
        for ident in self.ids[section.key]:
            given = {spec.name: self.value(spec) for spec in section.fields if self.rng.random() < 0.85}
            parent = {"parent": self.rng.choice(self.ids[section.parent])} if section.parent else {}
            absent = (
                {"absences": {section.fields[-1].name: Absence.NONE_FOUND}} if self.rng.random() < 0.1 else {}
            )
            absent = absent if section.fields[-1].is_empty(given.get(section.fields[-1].name)) else {}
            yield section.entry_type(id=ident, stamp=self.stamp(), **given, **parent, **absent)

    def value(self, spec: FieldSpec) -> Any:
        """Something a person might put into the field."""
        rng = self.rng
        if spec.vocabulary:
            terms = list(VOCABULARIES[spec.vocabulary].by_id)
            chosen = rng.sample(terms, min(len(terms), rng.randint(1, 2)))
            return tuple(chosen) if spec.many else chosen[0]
        if spec.to:
            ids = self.ids.get(spec.to, [])
            many = tuple(rng.sample(ids, min(len(ids), rng.randint(1, 3))))
            return many if spec.many else (many[0] if many else None)
        match spec.kind:
            case Kind.PROSE:
                return " ".join(self.sentence() for _ in range(rng.randint(1, 5)))
            case Kind.WHEN:
                return When(
                    rng.choice((f"{self.year}", f"{self.year}-06~", f"{self.year}-08-18", f"{self.year}/.."))
                )
            case Kind.SCALE:
                return rng.randint(spec.low, spec.high)
            case Kind.WHOLE:
                return rng.randint(1, 5000)
            case Kind.NUMBER:
                return rng.randint(0, 10 * (spec.high or 100)) / 10
            case Kind.FLAG:
                return rng.random() < 0.5
            case Kind.COUNTRY | Kind.COUNTRIES:
                return (rng.choice(COUNTRIES),) if spec.many else rng.choice(COUNTRIES)
            case Kind.LANGUAGE:
                return rng.choice(("en", "fr"))
            case Kind.CHIPS:
                return tuple(rng.sample(PEOPLE, 2))
            case Kind.URL:
                return f"https://example.org/{rng.randint(1, 999)}"
            case Kind.FILE:
                return ""
            case _:
                return self.sentence()[:120]

    def sentence(self) -> str:
        """A plain sentence."""
        if self.lifelike and self.rng.random() < LIFELIKE:
            name = "".join(self.rng.choices(SYLLABLES, k=3)).capitalize()
            common = COMMON_NAMES[min(int(self.rng.expovariate(0.15)), len(COMMON_NAMES) - 1)]
            return f"{self.rng.choice(spoken()[self.seed % len(spoken())])} {name if self.rng.random() < 0.2 else common}."
        parts = (self.rng.choice(words) for words in (SUBJECTS, VERBS, OBJECTS, TAILS))
        return " ".join(parts) + "."

    def stamp(self) -> Stamp:
        """Made and changed some time in 2026 by somebody."""
        month, day = self.rng.randint(1, 9), self.rng.randint(1, 28)
        made, who = f"2026-{month:02d}-{day:02d}T08:00:00+00:00", self.rng.choice(PEOPLE)
        return Stamp(created_at=made, created_by=who, updated_at=made.replace("T08", "T17"), updated_by=who)


def shared_record(section: SectionSpec, ident: RecordId) -> Any:
    """The shared record with this id: the same in every case."""
    builder = _Builder(int(ident[14:18], 16), 0)
    number = int(ident[15:18], 16)
    given = {spec.name: builder.value(spec) for spec in section.fields if not spec.to}
    summary = f"{section.singular} {number}: {builder.sentence()[:60]}"
    short = {spec.name: f"{spec.name[0].upper()}{number}" for spec in section.fields if spec.short_form}
    return attrs.evolve(section.entry_type(id=ident), **{**given, section.summary.name: summary, **short})


def _multiply(path: Path, passphrase: str, patterns: int, count: int) -> None:
    tables = tables_for(CASE)
    driver = connected(path, passphrase)
    driver.execute("PRAGMA synchronous = OFF")
    driver.execute("BEGIN")
    for name in TRIGGERS:
        driver.execute(f"DROP TRIGGER {name}")
    driver.execute("CREATE TEMP TABLE pattern AS SELECT id, number AS place FROM case_list")
    driver.execute(
        "CREATE TEMP TABLE copy AS WITH RECURSIVE k(k) AS (SELECT 1 UNION ALL SELECT k + 1 FROM k WHERE k < ?)"
        " SELECT pattern.id AS of, k.k AS k, k.k * ? + pattern.place AS number FROM pattern, k WHERE k.k * ? + pattern.place <= ?",
        (count // patterns, patterns, patterns, count),
    )
    for record_table in tables.records.values():
        if not record_table.shared:
            _copy_records(driver, record_table)
    for held in tables.held.values():
        _copy(driver, held.name, "case_id", {"position": "position", "value": "value"})
    _copy_rest(driver, tables)
    for name, body in TRIGGERS.items():
        driver.execute(f"CREATE TRIGGER {name} {body}")
    driver.execute("COMMIT")
    driver.close()
    database = Database(connected(path, passphrase))
    with database.writing() as connection:
        for filling in (index_words(connection), Facets(tables).rebuild(connection)):
            for _progress in filling:
                pass
    database.driver.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()


def _renewed(column: str) -> str:
    return f"substr(t.{column}, 1, 24) || printf('%012x', copy.k)"


def _copy(driver: Any, table: str, case_column: str, columns: dict[str, str]) -> None:
    names = ", ".join(f'"{name}"' for name in columns)
    values = ", ".join(columns.values())
    driver.execute(
        f'INSERT INTO "{table}" ("{case_column}", {names}) SELECT {_renewed(case_column)}, {values}'
        f' FROM copy JOIN "{table}" t ON t."{case_column}" = copy.of'
    )


def _copy_records(driver: Any, record_table: RecordTable) -> None:
    links = {
        spec.name
        for spec in record_table.fields
        if spec.to and spec.to not in {section.key for section in CASE.shared_sections}
    }
    changed = {"id", "parent", *(links - set(record_table.sides))}
    case_column = "case_id" if record_table.in_case else "id"
    columns = {
        column.name: _renewed(column.name) if column.name in changed else f't."{column.name}"'
        for column in record_table.table.c
        if column.name != case_column
    }
    if not record_table.in_case:
        columns |= {
            "title": "t.title || ' ' || copy.number",
            "ref_code": "substr(t.ref_code, 1, 8) || printf('%05d', copy.number)",
        }
    _copy(driver, record_table.table.name, case_column, columns)
    for name, side in record_table.sides.items():
        value = _renewed("value") if name in links else "t.value"
        more = {"record_id": _renewed("record_id")} if record_table.in_case else {}
        column = "case_id" if record_table.in_case else "record_id"
        _copy(driver, side.name, column, {**more, "position": "t.position", "value": value})


def _copy_rest(driver: Any, tables: Tables) -> None:
    listed = {column.name: f"t.{column.name}" for column in tables.case_list.c if column.name != "id"}
    listed |= {
        "number": "copy.number",
        "title": "t.title || ' ' || copy.number",
        "title_key": "t.title_key || ' ' || copy.number",
        "ref_code": "substr(t.ref_code, 1, 8) || printf('%05d', copy.number)",
        "updated_at": "substr(t.updated_at, 1, 14) || printf('%02d:%02d+00:00', copy.number % 60, copy.k % 60)",
    }
    _copy(driver, "case_list", "id", listed)
    log = {name: f"t.{name}" for name in ("since", "at", "who", "what", "change")}
    _copy(driver, "change_log", "case_id", {**log, "id": _renewed("id")})
    texts = {name: f"t.{name}" for name in ("field", "section", "title", "body")}
    numbers = f"copy.number * {PER_CASE} + t.number % {PER_CASE}"
    _copy(driver, "search_text", "case_id", {**texts, "entry_id": _renewed("entry_id"), "number": numbers})
