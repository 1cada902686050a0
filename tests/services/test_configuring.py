import pytest

from casebook.domain.errors import CasebookError
from casebook.domain.wording import Wording
from casebook.services.configuring import Choice, Sets, choice_of
from casebook.services.tallying import Reader
from casebook.storage.library import Library
from tests.strategies import VOCABULARIES

WORDING = Wording(vocabularies=VOCABULARIES)


@pytest.fixture
def reader(sample_library):
    with Library.open(sample_library, read_only=True) as library:
        yield Reader(library=library)


@pytest.mark.parametrize(
    ("text", "choice"),
    [
        ("challenges=funding", Choice(field="challenges", term="funding")),
        (
            "outcomes.domain=justice:positive",
            Choice(field="outcomes.domain", term="justice", sign="positive"),
        ),
        ("challenges=funding@0,1.5,3", Choice(field="challenges", term="funding", anchors=(0.0, 1.5, 3.0))),
        ("frameworks=3D approach", Choice(field="frameworks", term="3D approach")),
    ],
)
def test_sets_are_read_as_they_are_written(text, choice):
    assert choice_of(text) == choice


@pytest.mark.parametrize(
    "text", ["", "funding", "a=", "a b=c", "challenges=funding@", "challenges=funding@1,2"]
)
def test_what_is_no_set_is_refused(text):
    with pytest.raises(CasebookError):
        choice_of(text)


def test_names_are_unique_and_each_ground_is_read_once(reader):
    sets = Sets(
        conditions=(
            choice_of("challenges=funding"),
            choice_of("challenges=Funding"),
            choice_of("actors.actor.type=ngo-national"),
        ),
        outcome=choice_of("outcomes=justice"),
    )
    made = sets.memberships(reader, WORDING)
    assert [one.name for one in made.sets][:2] == ["FUNDING", "FUNDING2"]
    assert len(made.cases) + len(made.unknown) == 6


def test_anchors_calibrate_by_the_scale_where_there_is_one(reader):
    sets = Sets(conditions=(choice_of("challenges=funding@1,3,5"),), outcome=choice_of("outcomes=justice"))
    made = sets.memberships(reader, WORDING)
    assert made.conditions[0].measure.key == "severity"
    by_case = {head.ref_code: row[0] for head, row in zip(made.cases, made.rows, strict=True)}
    assert by_case["SL-1999-001"] == 0.5
    assert by_case["LR-2003-001"] == pytest.approx(0.8176, abs=1e-4)


@pytest.mark.parametrize(
    ("field", "scale"),
    [
        ("challenges=funding", "severity"),
        ("frameworks=3D approach", "fidelity"),
        ("assessment=effectiveness", "rating"),
        ("outcomes=justice", "count"),
        ("actors.role=lead", "count"),
    ],
)
def test_fuzzy_sets_use_the_scale_that_a_card_shows(reader, field, scale):
    sets = Sets(conditions=(choice_of(field),), outcome=choice_of("era=post-cold-war"), fuzzy=True)
    assert sets.memberships(reader, WORDING).conditions[0].measure.key == scale
