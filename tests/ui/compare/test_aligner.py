from casebook.domain.synthesis import ComparedCase, Synthesis
from casebook.ui.compare.aligner import Aligner
from tests.ui.compare.reviewer import COAST, HILLS, RIVER


def of(*ids):
    return Synthesis(cases=tuple(ComparedCase(id=one) for one in ids))


def test_only_the_latest_wish_is_answered(small_bench, qtbot):
    aligner, made = Aligner(small_bench), []
    aligner.aligned.connect(made.append)
    aligner.fetch(lambda: of(RIVER, COAST))
    with qtbot.waitSignal(aligner.marked, timeout=5000) as marked:
        aligner.fetch(lambda: of(COAST, HILLS))
    assert [[case.id for case in one.cases] for one in made] == [[COAST, HILLS]]
    assert set(marked.args[0]) == {row.key for row in made[0].rows}
    assert set(aligner.drawn.on) == {COAST, HILLS}
    assert not aligner.busy


def test_cases_that_are_all_gone_are_refused(small_bench, qtbot):
    aligner = Aligner(small_bench)
    with qtbot.waitSignal(aligner.refused, timeout=5000) as refused:
        aligner.fetch(lambda: of("nowhere"))
    assert "library" in refused.args[0]


def test_what_is_dropped_never_comes(small_bench, qtbot):
    aligner, made = Aligner(small_bench), []
    aligner.aligned.connect(made.append)
    aligner.fetch(lambda: of(RIVER, COAST))
    aligner.drop()
    qtbot.wait(50)
    qtbot.waitUntil(lambda: not small_bench.tasks.running)
    assert made == []
