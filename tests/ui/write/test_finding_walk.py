"""Going through findings while they come and go."""

from casebook.domain.findings import Finding
from casebook.ui.write.finding_walk import FindingWalk


def finding(name: str) -> Finding:
    return Finding(rule="required-missing", section="challenges", record_id=name)


A, B, C = (finding(name) for name in "abc")


def test_it_goes_round_both_ways():
    walk = FindingWalk()
    walk.show((A, B, C))
    assert [walk.step(1) for _ in range(4)] == [(A, 1), (B, 2), (C, 3), (A, 1)]
    assert walk.step(-1) == (C, 3)


def test_backwards_begins_at_the_end():
    walk = FindingWalk()
    walk.show((A, B, C))
    assert walk.step(-1) == (C, 3)


def test_after_one_was_fixed_the_next_is_not_passed_over():
    walk = FindingWalk()
    walk.show((A, B, C))
    walk.step(1)
    walk.step(1)
    walk.show((A, C))
    assert walk.step(1) == (C, 2)
    walk.show((A,))
    assert walk.step(-1) == (A, 1)


def test_one_that_moved_is_found_again():
    walk = FindingWalk()
    walk.show((A, B))
    walk.step(1)
    walk.show((C, A, B))
    assert walk.step(1) == (B, 3)


def test_nothing_to_fix_and_starting_anew():
    walk = FindingWalk()
    assert walk.step(1) is None
    walk.show((A, B))
    walk.step(-1)
    walk.begin()
    assert walk.step(1) == (A, 1)
