"""`replace` shows a plan, changes nothing without --do, and then in one step."""

import json
import shutil

import pytest

from casebook.domain.case import new_case
from casebook.domain.sections.challenges import Challenge
from casebook.domain.sections.registry import Actor
from casebook.storage.library import Library

CASE = new_case(
    ref_code="LR-2003-009",
    title="The Ecomil force",
    context="Ecomil came [@ecomil].",
    challenges=(Challenge(title="Ecomil radio"),),
    actor_records=(Actor(name="Ecomil"),),
)


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    path = tmp_path_factory.mktemp("replacing") / "kept.casebook"
    with Library.create(path, author="Ama") as library:
        library.cases.save(None, CASE, None)
    return path


@pytest.fixture
def path(kept, tmp_path):
    return shutil.copy(kept, tmp_path / "a.casebook")


def held(path):
    with Library.open(path, read_only=True) as library:
        return library.cases.load(CASE.id), library.history.of(CASE.id)


def test_a_plan_changes_nothing(run, path):
    ran = run("replace", "LR-2003-009", "ecomil", "ECOMIL", "--library", path)
    assert ran.status == 0
    assert ran.out.splitlines() == [
        "overview  title  The «Ecomil→ECOMIL» force",
        "narrative  context  «Ecomil→ECOMIL» came [@ecomil].",
        "narrative  context  Ecomil came [@«ecomil»].  Stays: it is the key of a citation.",
        "challenges  title  «Ecomil→ECOMIL» radio",
        "actor_records  name  «Ecomil»  Stays: other cases share it; --shared changes it too.",
        "3 places would change, 2 stay. Add --do to do it.",
    ]
    assert held(path)[0] == CASE


def test_do_makes_one_step_of_it(run, path):
    ran = run("replace", "LR-2003-009", "ecomil", "ECOMIL", "--do", "--library", path)
    assert ran.out.splitlines()[-1] == "3 places changed, 2 stayed."
    case, (latest, *_older) = held(path)
    assert (case.title, case.context) == ("The ECOMIL force", "ECOMIL came [@ecomil].")
    assert case.challenges[0].title == "ECOMIL radio"
    assert case.actor_records == CASE.actor_records
    assert latest.what == "“ecomil” replaced by “ECOMIL”, 3 ×"


def test_sections_options_and_shared_records(run, path):
    at = ("--library", path)
    assert run("replace", "LR-2003-009", "ecomil", "X", "--section", "challenges", *at).out.endswith(
        "1 place would change, 0 stay. Add --do to do it.\n"
    )
    assert "0 places would" in run("replace", "LR-2003-009", "comil", "X", "--whole-words", *at).out
    assert "0 places would" in run("replace", "LR-2003-009", "ecomiL", "X", "--match-case", *at).out
    assert run("replace", "LR-2003-009", " ecomil", "", "--do", "--shared", *at).status == 0
    assert run("replace", "LR-2003-009", "ecomil", "Y", "--do", "--shared", *at).status == 0
    case, _history = held(path)
    assert (case.title, case.actor_records[0].name) == ("The force", "Y")


def test_json_tells_each_place(run, path):
    ran = run("replace", "LR-2003-009", "ecomil", "Z", "--json", "--library", path)
    told = json.loads(ran.out)
    assert [(one["field"], one["replacement"]) for one in told] == [
        ("title", "Z"),
        ("context", "Z"),
        ("context", None),
        ("title", "Z"),
        ("name", None),
    ]
    assert [one["shared"] for one in told] == [False, False, False, False, True]


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("a", "b", "--section", "nowhere"), "There is no section “nowhere”."),
        (("a", "b\nc"), "single line"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(run, path, more, said):
    ran = run("replace", "LR-2003-009", *more, "--library", path)
    assert ran.status == 1
    assert said in ran.err
    assert len(ran.err.splitlines()) == 1
