import pytest

from casebook.domain.alignment import align
from casebook.domain.comparison import RowState
from casebook.domain.wording import Wording
from casebook.ui.compare.row_filter import WEAK, RowFilter, Which
from tests.strategies import VOCABULARIES
from tests.ui.compare.reviewer import CULTURE, SHARED, small_cases


@pytest.fixture(scope="module")
def made():
    return align(small_cases(), Wording(vocabularies=VOCABULARIES))


def test_everything_passes_at_first(made):
    assert RowFilter().passing(made, ()) == {row.key for row in made.rows}


def test_filters_add_up(made):
    passing = RowFilter(which=Which.DIFFERENCES, section="challenges", text="habits").passing(made, ())
    assert passing == {CULTURE}
    assert RowFilter(grade="B").passing(made, ()) >= {SHARED}
    assert CULTURE in RowFilter(grade=WEAK).passing(made, ())
    assert CULTURE in RowFilter(grade="E").passing(made, ())
    assert CULTURE not in RowFilter(grade="").passing(made, ())
    assert RowFilter(which=Which.CHANGED).passing(made, {SHARED}) == {SHARED}


def test_a_section_brings_what_stands_in_it(made):
    sections = {made.by_key[key].section for key in RowFilter(section="outcomes").passing(made, ())}
    assert sections == {"outcomes", "indicators", "measurements", "testimonies"}


def test_empty_and_shared(made):
    shared = RowFilter(which=Which.SHARED).passing(made, ())
    assert {made.by_key[key].state for key in shared} == {RowState.SHARED}
    kept = RowFilter(hide_empty=True).passing(made, ())
    assert not any(made.by_key[key].state is RowState.MISSING for key in kept)
