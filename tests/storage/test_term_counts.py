import attrs
import pytest
from hypothesis import HealthCheck, given, settings

from casebook import paths
from casebook.domain.case import CASE
from casebook.domain.grounds import ground_of, grounds
from casebook.domain.measures import COUNT, measures
from casebook.domain.records import Absence
from casebook.domain.tally import tally
from casebook.exchange.case_reading import read_file
from casebook.storage.library import Library
from casebook.storage.listing import ListQuery
from tests.builders import build_library
from tests.domain.sightings import SIGHTED, CaseWithSightings
from tests.strategies import VOCABULARIES, cases


def same(one, other):
    """Equal but for the order of counts and the letter case somebody wrote a word in."""
    assert one.cases == other.cases
    assert sorted(one.counts) == sorted(other.counts)
    assert {term: name.casefold() for term, name in one.names.items()} == {
        term: name.casefold() for term, name in other.names.items()
    }


@pytest.fixture(scope="module")
def sighted(tmp_path_factory):
    """A library whose cases have a section that is compared by every kind of field."""
    path = tmp_path_factory.mktemp("sighted") / "sighted.casebook"
    with Library.create(path, declaration=SIGHTED) as library:
        yield library


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cases(CaseWithSightings, most=3))
def test_the_database_counts_as_whole_cases_are_counted(sighted, case):
    if case.id in sighted.cases.ids(ListQuery()):
        return
    sighted.cases.save(None, case)
    loaded = sighted.cases.load(case.id)
    for ground in grounds(SIGHTED):
        for measure in measures(ground, SIGHTED, VOCABULARIES):
            same(sighted.counts.tally(ground, measure, [case.id]), tally([loaded], ground, measure))


@pytest.fixture(scope="module")
def many(tmp_path_factory):
    """Sixty cases, some of them copies."""
    path = build_library(tmp_path_factory.mktemp("many") / "many.casebook", 60, entries=60)
    with Library.open(path) as library:
        yield library


@pytest.mark.parametrize("ground", grounds(CASE), ids=lambda ground: ground.key)
def test_so_it_does_over_many_cases(many, ground):
    ids = many.cases.ids(ListQuery(sort="title", descending=False))
    loaded = [many.cases.load(case_id) for case_id in ids]
    measure = measures(ground, CASE, VOCABULARIES)[-1]
    same(many.counts.tally(ground, measure), tally(loaded, ground, measure))


def test_chosen_cases_stand_in_the_order_they_were_chosen(many):
    ids = many.cases.ids(ListQuery())[:5]
    wanted = [ids[3], ids[0], "not-there", ids[3]]
    counted = many.counts.tally(ground_of(CASE, "challenges"), COUNT, wanted)
    assert [head.id for head in counted.cases] == [ids[3], ids[0]]
    assert {count.case_id for count in counted.counts} <= {ids[3], ids[0]}


@pytest.fixture
def liberia_case():
    """The richest of the sample cases."""
    (case,) = read_file(paths.resources() / "sample" / "liberia.json")
    return attrs.evolve(case, testimonies=(), attachments=(), evidence=())


def test_what_lies_in_the_trash_is_not_counted(library, liberia_case):
    library.cases.save(None, liberia_case)
    ground = ground_of(CASE, "frameworks")
    assert library.counts.tally(ground).counts
    library.cases.trash(liberia_case.id)
    assert library.counts.tally(ground).cases == ()
    assert library.counts.tally(ground).counts == ()


def test_why_a_section_is_empty_is_known(library, liberia_case):
    library.cases.save(
        None, attrs.evolve(liberia_case, frameworks=(), absences={"frameworks": Absence.NOT_APPLICABLE})
    )
    (head,) = library.counts.tally(ground_of(CASE, "frameworks")).cases
    assert head.absence is Absence.NOT_APPLICABLE
