"""Work off the GUI thread: done, failed, cancelled, and how far."""

import logging
import threading

import pytest

from casebook.domain.errors import CasebookError
from casebook.ui.tasks import Task, TaskBoard


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
