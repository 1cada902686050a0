from casebook.domain.synthesis import ComparedCase, Synthesis
from casebook.services.comparisons import open_comparison, saved_comparisons
from casebook.ui.compare.comparison_keeper import ComparisonKeeper
from tests.ui.compare.reviewer import RIVER

MADE = Synthesis(name="One", cases=(ComparedCase(id=RIVER),))


def test_what_is_held_is_saved_soon(small_bench, qtbot):
    keeper = ComparisonKeeper(small_bench)
    with qtbot.waitSignals([keeper.kept, small_bench.saved], timeout=3000):
        keeper.hold(MADE)
    assert open_comparison(small_bench.library, keeper.kept_id).name == "One"


def test_it_is_saved_whenever_everything_is(small_bench):
    keeper = ComparisonKeeper(small_bench)
    keeper.hold(MADE)
    small_bench.flush()
    assert [one.name for one in saved_comparisons(small_bench.library)] == ["One"]


def test_what_is_dropped_is_not_saved(small_bench):
    keeper = ComparisonKeeper(small_bench)
    keeper.hold(MADE)
    keeper.drop()
    small_bench.flush()
    assert saved_comparisons(small_bench.library) == []


def test_a_library_that_refuses_is_told(small_bench, qtbot):
    keeper = ComparisonKeeper(small_bench)
    import attrs

    with qtbot.waitSignal(small_bench.save_failed) as told:
        keeper.keep(attrs.evolve(MADE, audience="x" * 5_000_000))
    assert "too large" in told.args[0]
