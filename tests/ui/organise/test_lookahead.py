"""Plans are made apart, and only the latest is told."""

import pytest

from casebook.services.bulk import Wish
from casebook.storage.listing import ListQuery
from casebook.ui.organise.lookahead import Lookahead
from tests.ui.organise.conftest import COUNT

SOON = 20_000


@pytest.fixture
def ahead(desk):
    return Lookahead(desk, desk)


def every(library):
    return library.cases.ids(ListQuery())


def test_the_latest_wish_is_planned_and_no_other(ahead, desk, qtbot):
    told = []
    ahead.planned.connect(told.append)
    ahead.ask(every, Wish(status="draft"))
    ahead.ask(every, Wish(status="archived"))
    qtbot.waitUntil(lambda: bool(told) and not desk.tasks.running, timeout=SOON)
    assert [len(plan.changing) for plan in told] == [COUNT]


def test_stopped_it_tells_nothing(ahead, desk, qtbot):
    with qtbot.assertNotEmitted(ahead.planned, wait=300):
        ahead.ask(every, Wish(status="archived"))
        ahead.stop()


def test_what_goes_wrong_is_told(ahead, desk, qtbot):
    with qtbot.waitSignal(ahead.failed, timeout=SOON):
        ahead.ask(lambda library: [library.cases.resolve("nobody")], Wish(status="draft"))
