import attrs
import pytest

from casebook.domain.records import Sensitivity
from casebook.domain.sections.registry import Actor
from casebook.ui.publish.reckoner import Reckoner

PUBLIC, INTERNAL = Sensitivity.PUBLIC, Sensitivity.INTERNAL


@pytest.fixture
def reckoner(workbench):
    return Reckoner(workbench)


def answer(reckoner, qtbot, case_ids, audience):
    with qtbot.waitSignal(reckoner.reckoned, timeout=10_000) as told:
        reckoner.ask(case_ids, audience)
    return told.args[0]


def test_it_says_what_each_case_loses(reckoner, liberia, qtbot):
    (open_to_all,) = answer(reckoner, qtbot, (liberia.id,), INTERNAL)
    (public,) = answer(reckoner, qtbot, (liberia.id,), PUBLIC)
    assert public.receipt.counts["testimonies"] > open_to_all.receipt.counts.get("testimonies", 0)


def test_only_the_latest_question_is_answered(reckoner, liberia, qtbot):
    told = []
    reckoner.reckoned.connect(told.append)
    reckoner.ask((liberia.id,), INTERNAL)
    reckoner.ask((liberia.id,), PUBLIC)
    qtbot.waitUntil(lambda: bool(told), timeout=10_000)
    qtbot.wait(200)
    assert [one.receipt.audience for (one,) in told] == [PUBLIC]


def test_a_case_above_the_audience_is_refused_in_its_sentence(reckoner, workbench, liberia, qtbot):
    secret = attrs.evolve(liberia, sensitivity=INTERNAL)
    workbench.close_case()
    workbench.library.cases.save(liberia, secret, None)
    (one,) = answer(reckoner, qtbot, (liberia.id,), PUBLIC)
    assert one.receipt is None and "internal" in one.refusal


def test_pseudonyms_of_the_whole_library_are_counted(reckoner, workbench, liberia, qtbot):
    other = attrs.evolve(
        liberia,
        id="01910000-0000-7000-8000-00000000000a",
        actor_records=(Actor(name="Uncle Zebedee", pseudonym="Actor Z", sensitivity=INTERNAL),),
    )
    case = type(liberia)(title="Other", actor_records=other.actor_records, sensitivity=PUBLIC)
    workbench.library.cases.save(None, case)
    naming = type(liberia)(title="Naming", context="Uncle Zebedee came.", sensitivity=PUBLIC)
    workbench.library.cases.save(None, naming)
    (one,) = answer(reckoner, qtbot, (naming.id,), PUBLIC)
    assert len(one.receipt.items) == 1 and one.receipt.items[0].field == "context"


def test_no_case_loses_nothing(reckoner, qtbot):
    with qtbot.waitSignal(reckoner.reckoned) as told:
        reckoner.ask((), PUBLIC)
    assert told.args == [()]
