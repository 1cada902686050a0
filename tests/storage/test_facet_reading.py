"""What a case counts under, read from its rows, is what walking the case finds."""

import json
from random import Random

import attrs
import pytest
from hypothesis import given, settings

from casebook.storage.facet_reading import FacetReading
from casebook.storage.library import Library
from casebook.storage.listing import ListQuery
from casebook.storage.tables import tables_for
from tests.naive_search import counted
from tests.strategies import SEEDS, any_case


@pytest.fixture(scope="module")
def shelf(tmp_path_factory):
    with Library.create(tmp_path_factory.mktemp("reading") / "shelf.casebook", author="Ama") as library:
        yield library


def read(library, case_id, sections=None):
    with library._database.reading() as connection:
        reading = FacetReading(tables_for(library.declaration))
        return {member[:2] for member in reading.members(connection, json.dumps([case_id]), sections)}


@given(SEEDS)
@settings(max_examples=4)
def test_of_any_case(shelf, seed):
    case = attrs.evolve(any_case(Random(seed)), parent_case=None)
    if shelf.cases.ids(ListQuery()).count(case.id):
        return
    shelf.cases.save(None, case)
    found = read(shelf, case.id)
    assert {one for one in found if one[0] not in ("state", "by", "completeness", "year")} == counted(case)
    assert ("state", "listed") in found
    parts = [read(shelf, case.id, {key}) for key in ("", *case.declaration.sections)]
    assert set().union(*parts) == found
