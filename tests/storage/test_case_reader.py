"""Reads whole cases; what is damaged is told in words."""

import pytest

from casebook.domain.errors import NotALibraryError
from casebook.storage.database import connected
from tests.builders import build_case

CASE = build_case(1)


@pytest.mark.parametrize(
    "harm",
    [
        "UPDATE cases SET sensitivity = 9",
        "UPDATE cases SET period = 'someday'",
        "UPDATE challenges SET absences = '[1]'",
        "UPDATE challenges SET extra = '{'",
        'UPDATE outcomes SET field_sensitivities = \'{"title": "top secret"}\'',
        'UPDATE outcomes SET absences = \'{"title": "lost"}\'',
        "UPDATE source_records SET issued = '1/2/3'",
    ],
)
def test_a_tampered_row_is_told_in_one_sentence(library, harm):
    library.cases.save(None, CASE)
    driver = connected(library.path)
    assert driver.execute(harm).rowcount > 0
    driver.close()
    with pytest.raises(NotALibraryError, match="damaged in the library"):
        library.cases.load(CASE.id)


def test_statements_do_not_grow_with_the_case(library):
    library.cases.save(None, CASE)
    large = build_case(2, entries=200)
    library.cases.save(None, large)
    counts = []
    for case in (CASE, large):
        said: list[str] = []
        library._database.driver.set_trace_callback(said.append)
        assert library.cases.load(case.id) == case
        library._database.driver.set_trace_callback(None)
        counts.append(sum(statement.startswith("SELECT") for statement in said))
    assert counts[0] == counts[1] < 40
