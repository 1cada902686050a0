"""Cases that are alike among 10,000: similar ones and likely duplicates (≤ 1 s and ≤ 5 s of processor time), and the line
below a title being typed (≤ 50 ms), each beside raw SQLite reading the same columns. CASES in the environment sets another number."""

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from casebook.domain.aspects import aspects
from casebook.domain.case import CASE
from casebook.services.comparing import usual_wording
from casebook.services.duplicates import duplicates, lookalike
from casebook.services.resembling import similar_cases
from casebook.storage.database import connected
from casebook.storage.library import Library
from casebook.storage.listing import ListQuery
from casebook.storage.tables import tables_for
from tests.builders import build_library

CASES = int(os.environ.get("CASES", "10000"))
ROUNDS = 3
SIMILAR, DUPLICATES, TYPED = 1.0 * CASES / 10_000, 5.0 * CASES / 10_000, 0.05
"""Seconds of processor time."""


def quiet(_done: int, _of: int) -> None:
    return None


def never() -> bool:
    return False


def best(work: Callable[[], object]) -> float:
    """Processor time of the fastest of some rounds."""
    seconds = []
    for _round in range(ROUNDS):
        begun = time.process_time()
        work()
        seconds.append(time.process_time() - begun)
    return min(seconds)


def told(what: str, ours: float, floor: float, limit: float) -> bool:
    print(f"\n{what} {CASES:,}: {ours:.3f} s (limit {limit} s) beside {floor:.3f} s of raw SQLite")
    return ours <= limit


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    given = os.environ.get("LIBRARY")
    return Path(given) if given else build_library(tmp_path_factory.mktemp("alike") / "many.casebook", CASES)


@pytest.fixture(scope="module")
def library(path: Path) -> Library:
    with Library.open(path, read_only=True) as opened:
        yield opened


def read_columns(path: Path, links_only: bool) -> Callable[[], object]:
    """Reads the columns cases are alike by, and does nothing with them."""
    tables, driver = tables_for(CASE), connected(path, "", "ro")
    queries = []
    for aspect in aspects(CASE):
        if aspect.spec is None or aspect.spec.many or (links_only and not aspect.spec.to):
            continue
        table = tables.records[aspect.section]
        queries.append(
            f'SELECT {"case_id" if table.in_case else "id"}, "{aspect.spec.name}" FROM "{table.table.name}"'
        )
    return lambda: [driver.execute(query).fetchall() for query in queries]


def test_similar_cases(library, path):
    case_id = library.cases.ids(ListQuery(limit=1))[0]
    wording = usual_wording()
    ours = best(lambda: similar_cases(library, case_id, wording, quiet, never))
    assert told("similar to one of", ours, best(read_columns(path, links_only=False)), SIMILAR)


def test_likely_duplicates(library, path):
    wording = usual_wording()
    ours = best(lambda: duplicates(library, wording, never))
    assert told("likely duplicates among", ours, best(read_columns(path, links_only=True)), DUPLICATES)


def test_a_title_being_typed(library, path):
    driver = connected(path, "", "ro")
    ours = best(lambda: lookalike(library, "Two battalions and the demining sched"))
    floor = best(
        lambda: driver.execute("SELECT count(*) FROM case_list WHERE title LIKE '%demin%'").fetchall()
    )
    assert told("a title among", ours, floor, TYPED)
