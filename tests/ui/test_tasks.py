"""Work off the GUI thread: done, failed, cancelled, and how far."""

import logging
import threading

import pytest

from casebook.domain.errors import CasebookError
from casebook.ui.tasks import Steps, Task, TaskBoard


@pytest.fixture
def board(look):
    made = TaskBoard()
    yield made
    made.cancel_all()


def test_the_result_arrives_in_the_gui_thread(look, qtbot):
    here, threads = threading.get_ident(), {}

    def work(_progress, _cancelled):
        threads["work"] = threading.get_ident()
        return 42

    task = Task(work)
    task.done.connect(lambda _result: threads.setdefault("done", threading.get_ident()))
    with qtbot.waitSignal(task.done) as done:
        task.start()
    assert done.args == [42]
    assert threads["done"] == here != threads["work"]
    qtbot.waitUntil(lambda: not task.running)


def test_progress_is_reported(look, qtbot):
    def work(progress, _cancelled):
        for at in range(3):
            progress(at, 3)

    task, seen = Task(work), []
    task.progressed.connect(lambda at, of: seen.append((at, of)))
    with qtbot.waitSignal(task.ended):
        task.start()
    assert seen == [(0, 3), (1, 3), (2, 3)]


def test_a_foreseen_failure_is_told_in_its_own_sentence(look, qtbot):
    def work(_progress, _cancelled):
        raise CasebookError("The drive was unplugged.")

    task = Task(work)
    with qtbot.waitSignal(task.failed) as failed, qtbot.assertNotEmitted(task.done):
        task.start()
    assert failed.args == ["The drive was unplugged."]


def test_an_unforeseen_failure_is_one_plain_sentence_and_its_traceback_goes_to_the_log(look, qtbot, caplog):
    def work(_progress, _cancelled):
        raise ZeroDivisionError("secret detail")

    task = Task(work)
    with caplog.at_level(logging.ERROR), qtbot.waitSignal(task.failed) as failed:
        task.start()
    (sentence,) = failed.args
    assert sentence.endswith(".")
    assert "secret detail" not in sentence
    assert "ZeroDivisionError" in caplog.text


def test_a_cancelled_task_is_asked_to_stop_and_its_result_is_dropped(look, qtbot):
    started = threading.Event()

    def work(_progress, cancelled):
        started.set()
        while not cancelled():
            threading.Event().wait(0.001)
        return "half"

    task = Task(work)
    with qtbot.waitSignal(task.ended), qtbot.assertNotEmitted(task.done), qtbot.assertNotEmitted(task.failed):
        task.start()
        assert started.wait(5)
        task.cancel()
    assert not task.running


def test_the_failure_of_a_cancelled_task_is_not_told(look, qtbot):
    go = threading.Event()

    def work(_progress, _cancelled):
        go.wait(5)
        raise CasebookError("Too late.")

    task = Task(work)
    with qtbot.waitSignal(task.ended), qtbot.assertNotEmitted(task.failed):
        task.start()
        task.cancel()
        go.set()


def test_the_board_shows_what_is_running_and_forgets_what_has_ended(board, qtbot):
    go = threading.Event()
    task = Task(lambda _progress, _cancelled: go.wait(5), "Reading files")
    with qtbot.waitSignal(board.changed):
        board.start(task)
    assert [running.title for running in board.running] == ["Reading files"]
    with qtbot.waitSignal(task.ended):
        go.set()
    assert board.running == []


def test_cancelling_all_waits_until_nothing_runs(board, qtbot):
    begun, ended = threading.Event(), []

    def work(_progress, cancelled):
        begun.set()
        while not cancelled():
            threading.Event().wait(0.001)
        ended.append("tidied up")

    board.start(Task(work))
    assert begun.wait(5)
    board.cancel_all()
    assert ended == ["tidied up"]
    qtbot.waitUntil(lambda: board.running == [])


def counting(upto):
    seen = []

    def step():
        seen.append(len(seen))
        return len(seen) < upto

    return seen, step


def test_steps_are_taken_one_by_one_and_between_them_the_window_is_alive(board, qtbot):
    seen, step = counting(5)
    steps = Steps(step, lambda: (len(seen), 5), "Counting")
    with qtbot.waitSignal(steps.progressed) as first:
        board.start(steps)
    assert first.args == [1, 5]
    with qtbot.waitSignals([steps.done, steps.ended]):
        pass
    assert len(seen) == 5
    qtbot.waitUntil(lambda: not board.running)


def test_steps_that_are_cancelled_stop_where_they_are(board, qtbot):
    seen, step = counting(1000)
    steps = Steps(step, lambda: (len(seen), 1000))
    with qtbot.waitSignal(steps.progressed):
        board.start(steps)
    with qtbot.waitSignal(steps.done):
        steps.cancel()
    assert len(seen) < 1000
    assert not board.running


def test_a_step_that_fails_ends_it_in_its_own_sentence(board, qtbot):
    def step():
        raise CasebookError("The disk is full.")

    steps = Steps(step, lambda: (0, 1))
    with qtbot.waitSignal(steps.failed) as failed, qtbot.waitSignal(steps.ended):
        board.start(steps)
    assert failed.args == ["The disk is full."]
