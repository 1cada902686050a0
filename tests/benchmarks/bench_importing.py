"""Importing 1,000 cases from canonical JSON, against the raw driver writing the very same rows once more."""

import time
from contextlib import closing

from sqlcipher3 import dbapi2

from casebook.exchange.case_json import case_text
from casebook.services.importing import import_files, read_all
from casebook.storage.library import Library
from tests.benchmarks.measuring import show
from tests.builders import build_case

CASES = 1_000
LIMIT = 30.0
"""Most of the time goes into checking each file against the schema, which raw rows do not need."""


def test_import_a_thousand_cases(tmp_path):
    folder = tmp_path / "cases"
    folder.mkdir()
    for seed in range(CASES):
        (folder / f"{seed}.json").write_text(case_text(build_case(seed)), encoding="utf-8")
    paths = sorted(folder.iterdir())
    target = tmp_path / "imported.casebook"
    begun = time.perf_counter()
    with Library.create(target) as library:
        read = read_all(paths, lambda _at, _of: None, lambda: False)
        checked = time.perf_counter() - begun
        done = import_files(library, read, lambda _at, _of: None, lambda: False)
    seconds = time.perf_counter() - begun
    assert (len(done.ids), done.refused) == (CASES, ())
    floor = rewrite(target, tmp_path / "raw.db")
    print(
        f"\nReading and checking {CASES:,} files: {checked:.1f} s of {seconds:.1f} s, {seconds / CASES * 1000:.1f} ms a case"
    )
    show(f"Importing {CASES:,} cases", seconds, floor, "s", LIMIT)
    assert seconds <= LIMIT * floor


def rewrite(source, target) -> float:
    """Seconds that the raw driver takes to write the rows of all ordinary tables of `source` into an empty file."""
    with closing(dbapi2.connect(str(source))) as held, closing(dbapi2.connect(str(target))) as raw:
        tables = held.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'table' AND sql LIKE 'CREATE TABLE%' AND name NOT LIKE '%fts%'"
        ).fetchall()
        rows = {name: held.execute(f'SELECT * FROM "{name}"').fetchall() for name, _sql in tables}
        begun = time.perf_counter()
        for name, sql in tables:
            raw.execute(sql)
            if rows[name]:
                marks = ", ".join("?" * len(rows[name][0]))
                raw.executemany(f'INSERT INTO "{name}" VALUES ({marks})', rows[name])
        raw.commit()
        return time.perf_counter() - begun
