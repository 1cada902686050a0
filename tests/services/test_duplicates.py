import attrs
import pytest

from casebook.domain.dates import When
from casebook.domain.errors import NotFoundError, ReadOnlyError
from casebook.services.comparing import usual_wording
from casebook.services.duplicates import duplicates, lookalike, part, parted_pairs, unpart
from casebook.services.new_cases import copy_case
from casebook.storage.library import Library


def never():
    return False


@pytest.fixture
def library(sample_library):
    with Library.open(sample_library, author="Ama Mensah") as opened:
        yield opened


@pytest.fixture
def twin(library):
    liberia = library.cases.resolve("LR-2003-001")
    return copy_case(library, liberia, "Liberia: from West African vanguard to the United Nations mission")


def found(library, **options):
    return duplicates(library, usual_wording(), never, **options)


def test_six_different_cases_are_no_duplicates(library):
    assert found(library) == ()


def test_a_copy_is_found_with_its_reasons(library, twin):
    (pair,) = found(library)
    assert pair.ref_codes == ("LR-2003-001", twin.ref_code) and pair.score > 0.9
    assert {"title much alike", "Liberia", "2003–2018"} <= set(pair.reasons)
    assert any(reason.startswith("same actors: ") for reason in pair.reasons)


def test_what_a_person_parted_stays_apart_until_that_is_taken_back(library, twin):
    (pair,) = found(library)
    part(library, pair.pair[::-1])
    part(library, pair.pair)
    assert len(parted_pairs(library)) == 1
    assert found(library) == ()
    assert [one.apart for one in found(library, parted=True)] == [True]
    unpart(library, pair.pair)
    assert found(library) == (pair,)
    with pytest.raises(NotFoundError):
        unpart(library, pair.pair)


def test_parting_needs_a_library_to_write_to(sample_library):
    with Library.open(sample_library, read_only=True) as opened, pytest.raises(ReadOnlyError):
        part(opened, ("a", "b"))


def test_a_title_being_typed_is_recognised(library):
    like = lookalike(library, "NATO support to the African Union")
    assert like.ref_code == "SD-2005-001"
    assert lookalike(library, "Liberia: from West African van").ref_code == "LR-2003-001"
    assert lookalike(library, "Liberia: from West African van", countries=("IQ",)) is None
    assert lookalike(library, "Liberia: from West African van", period=When("1950")) is None
    assert lookalike(library, "A bridge at Ganta") is None
    assert lookalike(library, "") is None


def test_the_new_case_itself_is_not_pointed_to(library, twin):
    assert lookalike(library, twin.title, without=twin.id).ref_code == "LR-2003-001"
    library.cases.trash(library.cases.resolve("LR-2003-001"))
    assert lookalike(library, twin.title, without=twin.id) is None
    assert attrs.asdict(lookalike(library, twin.title))["id"] == twin.id
