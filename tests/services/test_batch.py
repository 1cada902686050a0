import threading

import attrs
import pytest

from casebook.domain.case import Case
from casebook.domain.records import Sensitivity
from casebook.publishing.order import Order
from casebook.services.batch import publish_each
from casebook.services.publishing import Manuscript

PUBLIC, INTERNAL = Sensitivity.PUBLIC, Sensitivity.INTERNAL


def manuscripts(count):
    return [Manuscript(case=Case(title=f"Case {n}", sensitivity=PUBLIC)) for n in range(count)]


@pytest.fixture
def order(tmp_path):
    return Order(folder=tmp_path / "out", formats=("md",), file_name="{title}")


def test_every_case_is_made_and_told_in_order(order):
    outcomes = list(publish_each(manuscripts(7), order, workers=3))
    assert [outcome.manuscripts[0].case.title for outcome in outcomes] == [f"Case {n}" for n in range(7)]
    assert [outcome.published.files[0].name for outcome in outcomes] == [f"Case {n}.md" for n in range(7)]


def test_what_fails_is_told_and_the_others_are_made(order):
    wanted = manuscripts(3)
    wanted[1] = attrs.evolve(wanted[1], case=attrs.evolve(wanted[1].case, sensitivity=INTERNAL))
    outcomes = list(publish_each(wanted, order, workers=2))
    assert [bool(outcome.published) for outcome in outcomes] == [True, False, True]
    assert "internal" in outcomes[1].refusal
    assert sorted(file.name for file in order.folder.iterdir()) == ["Case 0.md", "Case 2.md"]


def test_cases_of_one_name_made_at_the_same_time_all_have_a_file_of_their_own(order):
    wanted = [Manuscript(case=Case(title="Twin", context=str(n), sensitivity=PUBLIC)) for n in range(6)]
    outcomes = list(publish_each(wanted, order, workers=6))
    files = [outcome.published.files[0] for outcome in outcomes]
    assert len(set(files)) == 6 and sorted(order.folder.iterdir()) == sorted(files)
    for number, file in enumerate(files):
        assert str(number) in file.read_text(encoding="utf-8")


def test_stopping_leaves_nothing_half_written_and_takes_no_more_cases(order):
    stop, taken = threading.Event(), []

    def some():
        for one in manuscripts(40):
            taken.append(one)
            yield one

    formats = attrs.evolve(order, formats=("md", "html"))
    for _outcome in publish_each(some(), formats, stop.is_set, workers=2):
        stop.set()
    names = sorted(file.name for file in order.folder.iterdir())
    assert len(taken) < 10 and len(names) % 2 == 0
    assert not [name for name in names if name.endswith(".part")]


def test_manuscripts_are_taken_only_a_few_ahead(order):
    taken = []

    def some():
        for one in manuscripts(12):
            taken.append(one)
            yield one

    for done, _outcome in enumerate(publish_each(some(), order, workers=2), 1):
        assert len(taken) <= done + 4
