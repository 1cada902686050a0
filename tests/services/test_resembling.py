import pytest

from casebook.domain.errors import NotFoundError
from casebook.services.comparing import usual_wording
from casebook.services.resembling import similar_cases
from casebook.storage.library import Library


def quiet(_done, _of):
    return None


def never():
    return False


def similar(library, name):
    return similar_cases(library, library.cases.resolve(name), usual_wording(), quiet, never)


@pytest.fixture
def library(built_sample):
    with Library.open(built_sample, read_only=True) as opened:
        yield opened


def test_the_case_next_door_is_most_like_liberia(library):
    found = similar(library, "LR-2003-001")
    assert found[0].ref_code == "SL-1999-001"
    assert any("ECOWAS" in reason for reason in found[0].reasons)
    assert len(found) == 5 and all(1 > one.score > 0 for one in found)


def test_it_is_the_same_from_the_other_side(library):
    back = {one.ref_code: one.score for one in similar(library, "SL-1999-001")}
    assert back["LR-2003-001"] == similar(library, "LR-2003-001")[0].score


def test_cancelled_it_finds_nothing_and_a_case_that_is_gone_is_told(library):
    case_id = library.cases.resolve("LR-2003-001")
    assert similar_cases(library, case_id, usual_wording(), quiet, lambda: True) == ()
    with pytest.raises(NotFoundError):
        similar_cases(library, "gone", usual_wording(), quiet, never)
