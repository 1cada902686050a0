from pathlib import Path

import attrs
import pytest

from casebook.domain.case import Case
from casebook.domain.changes import setting
from casebook.domain.records import Sensitivity
from casebook.publishing.look import Look, Paper
from casebook.publishing.order import Order
from casebook.services.house_style import keep_house_look
from casebook.ui.publish.preview_run import PageWish, PreviewRun

INTERNAL = Sensitivity.INTERNAL


@pytest.fixture
def small(workbench):
    case = Case(title="A small case", ref_code="XX-2001-001", sensitivity=Sensitivity.PUBLIC)
    workbench.library.cases.save(None, case, None)
    workbench.open_case(case.id)
    return workbench.case


@pytest.fixture
def run(workbench):
    made = PreviewRun(workbench)
    yield made
    made.stop()


@pytest.fixture
def wish(small):
    order = Order(folder=Path(), template="commanders-brief", formats=("pdf",))
    return PageWish(case_ids=(small.id,), order=order)


def made_by(run, wish, qtbot):
    with qtbot.waitSignal(run.made, timeout=30_000) as told:
        run.ask(wish)
    return told.args[0]


def test_it_makes_the_pages_and_says_that_it_works(run, wish, qtbot):
    working = []
    run.working.connect(working.append)
    pages = made_by(run, wish, qtbot)
    assert pages.pdf.startswith(b"%PDF") and working == [True, False]


def test_the_same_wish_is_not_made_twice_and_a_change_is(run, wish, workbench, qtbot):
    made_by(run, wish, qtbot)
    with qtbot.assertNotEmitted(run.made, wait=500):
        run.ask(wish)
    workbench.apply(setting(workbench.case, workbench.case.id, "title", "Another title"))
    assert made_by(run, wish, qtbot).pdf.startswith(b"%PDF")


def test_another_house_style_is_another_page(run, wish, workbench, qtbot):
    before = made_by(run, wish, qtbot)
    keep_house_look(workbench.library, Look(organisation="Peace Centre", paper=Paper.LETTER))
    after = made_by(run, wish, qtbot)
    assert b"612 792" in after.pdf and b"612 792" not in before.pdf


def test_of_many_wishes_only_the_latest_is_made(run, wish, qtbot):
    made = []
    run.made.connect(made.append)
    for audience in (Sensitivity.PUBLIC, Sensitivity.TRAINING, Sensitivity.PARTNER):
        run.ask(attrs.evolve(wish, order=attrs.evolve(wish.order, audience=audience)))
    qtbot.waitUntil(lambda: bool(made), timeout=30_000)
    assert [pages.receipt.audience for pages in made] == [Sensitivity.PARTNER]


def test_a_refusal_is_told_in_its_sentence(run, wish, workbench, small, qtbot):
    workbench.close_case()
    workbench.library.cases.save(small, attrs.evolve(small, sensitivity=INTERNAL), None)
    with qtbot.waitSignal(run.refused, timeout=30_000) as told:
        run.ask(wish)
    assert "internal" in told.args[0]


def test_a_case_that_is_gone_is_refused(run, wish, qtbot):
    gone = attrs.evolve(wish, case_ids=("01910000-0000-7000-8000-000000000000",))
    with qtbot.waitSignal(run.refused, timeout=30_000) as told:
        run.ask(gone)
    assert told.args[0]


def test_stopping_gives_up(run, wish, workbench, qtbot):
    run.ask(wish)
    qtbot.waitUntil(lambda: bool(workbench.tasks.running), timeout=5000)
    with qtbot.assertNotEmitted(run.made, wait=500):
        run.stop()
