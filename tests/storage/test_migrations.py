"""A library of every layout ever released opens, with all that is in it, and ends up in today's layout."""

import shutil
from pathlib import Path

import pytest

from casebook.domain.wanted import HasWords
from casebook.storage.database import connected
from casebook.storage.library import Library
from casebook.storage.listing import ListQuery
from casebook.storage.migration import MIGRATIONS, latest_of
from tests.builders import build_case
from tests.finding import found
from tests.storage.test_facets import stored, words

OLD = Path(__file__).parents[1] / "old_libraries"
CASES = 2
"""Cases in each old library."""


@pytest.fixture(autouse=True)
def rewritten(update_golden):
    """With --update-golden the library of the latest layout is made anew; only right before that layout is released."""
    if update_golden:
        path = OLD / f"v{latest_of(MIGRATIONS)}.casebook"
        path.unlink(missing_ok=True)
        with Library.create(path, author="Ama Mensah") as library:
            library.cases.add_all(build_case(seed) for seed in range(CASES))


def layout(path: Path) -> dict[str, list[tuple[str, str]]]:
    """Columns and types of every table, and the text of every index, trigger and view."""
    driver = connected(path)
    try:
        found = {}
        for kind, name, sql in driver.execute(
            "SELECT type, name, sql FROM sqlite_master ORDER BY name"
        ).fetchall():
            columns = driver.execute(f'PRAGMA table_info("{name}")').fetchall() if kind == "table" else []
            found[name] = [(row[1], row[2]) for row in columns] or [(kind, sql)]
        return found
    finally:
        driver.close()


def test_there_is_one_for_every_layout():
    assert {path.stem for path in OLD.glob("*.casebook")} == {f"v{step.version}" for step in MIGRATIONS}


@pytest.mark.parametrize("version", [step.version for step in MIGRATIONS])
def test_it_opens_with_all_that_is_in_it(version, tmp_path):
    path = tmp_path / "old.casebook"
    shutil.copy(OLD / f"v{version}.casebook", path)
    with Library.open(path) as library:
        assert library.problems() == []
        ids = library.cases.ids(ListQuery())
        assert len(ids) == CASES
        for case in map(library.cases.load, ids):
            assert case.title
            assert all(case.section(key) for key in case.declaration.sections)
            assert case.id in found(library, case.title.split()[0])


@pytest.mark.parametrize("version", [step.version for step in MIGRATIONS])
def test_it_ends_up_as_a_new_library_begins(version, tmp_path):
    old, new = tmp_path / "old.casebook", tmp_path / "new.casebook"
    shutil.copy(OLD / f"v{version}.casebook", old)
    Library.open(old).close()
    Library.create(new).close()
    assert layout(old) == layout(new), (
        "The declaration and the layout of the library have parted: write the next step in storage/migrations "
        "(before the first release: pytest tests/storage/test_migrations.py --update-golden)."
    )


@pytest.mark.parametrize("version", [step.version for step in MIGRATIONS])
def test_it_is_found_in_as_in_a_new_library_with_the_same_cases(version, tmp_path):
    path = tmp_path / "old.casebook"
    shutil.copy(OLD / f"v{version}.casebook", path)
    with Library.open(path) as old, Library.create(tmp_path / "new.casebook", author="Ama Mensah") as new:
        numbers = list(old.lookup.listed(ListQuery(sort="number", descending=False)))
        new.cases.add_all(map(old.cases.load, old.lookup.ids(numbers)))
        assert len(stored(old)) > 100
        assert stored(old) == stored(new)
        assert words(old) == words(new)
        query = ListQuery(wanted=HasWords(("patrol",)))
        assert old.cases.ids(query) == new.cases.ids(query) != []
