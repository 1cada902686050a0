"""Rings of Qt objects are taken apart in the GUI thread, whatever a worker does meanwhile."""

import gc
import threading
import weakref

import pytest
from PySide6.QtCore import QObject, QTimer

from casebook.ui.garbage import ROUNDS, YOUNG, Garbage
from casebook.ui.tasks import Task


class Link(QObject):
    """One of two that hold each other."""

    other: "Link"


@pytest.fixture
def ended_in(look):
    """Leaves a ring behind, and says in which thread it came to its end."""
    threads: list[int] = []
    one, other = Link(), Link()
    one.other, other.other = other, one
    weakref.finalize(one, lambda: threads.append(threading.get_ident()))
    return threads


def busy(_progress, _cancelled):
    """Make so many objects that Python on its own would have collected everything several times."""
    return len([[number] for number in range(400_000)])


def test_a_worker_takes_no_ring_of_qt_objects_apart(ended_in, qtbot):
    garbage = Garbage()
    task = Task(busy)
    with qtbot.waitSignal(task.ended):
        task.start()
    assert ended_in == []
    timer = QTimer(interval=1)
    timer.timeout.connect(garbage.collect_due)
    timer.start()
    rest: list[list[int]] = []

    def collected() -> bool:
        rest.extend([number] for number in range(YOUNG + 1))
        return bool(ended_in)

    qtbot.waitUntil(collected)
    assert ended_in == [threading.get_ident()]


def test_little_is_not_worth_a_look(look):
    garbage = Garbage()
    gc.collect()
    looked: list[str] = []
    gc.callbacks.append(lambda phase, _info: looked.append(phase))
    try:
        garbage.collect_due()
        assert looked == []
        rest = [[number] for number in range(YOUNG * 2)]
        garbage.collect_due()
        assert looked == ["start", "stop"] and len(rest) == YOUNG * 2
    finally:
        gc.callbacks.pop()


def test_everything_is_looked_at_in_the_end_and_seldom(look):
    garbage = Garbage()
    gc.collect()
    looked: list[int] = []
    gc.callbacks.append(lambda phase, info: looked.append(info["generation"]) if phase == "start" else None)
    try:
        kept: list[list[int]] = []
        while 2 not in looked and len(looked) < 100:
            kept.extend([number] for number in range(YOUNG + 1))
            garbage.collect_due()
        assert looked.count(2) == 1 and looked.count(0) > looked.count(1) >= ROUNDS
    finally:
        gc.callbacks.pop()
