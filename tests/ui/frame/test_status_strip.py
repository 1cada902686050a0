import threading
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QLabel, QProgressBar, QToolButton

from casebook.ui.frame.status_strip import StatusStrip
from casebook.ui.tasks import Task, TaskBoard
from casebook.ui.widgets.elided_label import ElidedLabel


@pytest.fixture
def strip(qtbot, look):
    board = TaskBoard()
    made = StatusStrip(board)
    made.board = board
    qtbot.addWidget(made)
    made.resize(1000, 30)
    made.show()
    yield made
    board.cancel_all()


def words(strip, name):
    return strip.findChild(QLabel, name).text()


def test_it_says_which_library_and_whether_it_is_encrypted(strip):
    strip.show_library("Field library", True)
    assert (words(strip, "library-name"), words(strip, "protection")) == ("Field library", "Encrypted")
    strip.show_library("", False)
    assert words(strip, "protection") == ""


def test_it_says_when_the_last_change_was_saved_and_when_it_was_not(strip):
    strip.show_library("Field library", False)
    strip.show_saved(datetime(2025, 3, 1, 10, 42, 7, tzinfo=UTC))
    assert words(strip, "saved").endswith("All changes saved 10:42:07")
    strip.show_unsaved()
    assert "Not saved" in words(strip, "saved")
    assert strip.findChild(QLabel, "saved").property("state") == "danger"
    strip.show_reading_only()
    assert words(strip, "saved") == "Reading only"


@pytest.mark.parametrize(
    ("count", "said"),
    [(None, ""), (0, "0 cases"), (1, "1 case"), (12345, "{} cases")],
)
def test_it_counts_cases(strip, count, said):
    strip.show_count(count)
    assert words(strip, "case-count") == said.format(QLocale().toString(12345))


def test_a_running_task_shows_and_can_be_cancelled(strip, qtbot):
    go_on, asked = threading.Event(), []

    def work(progress, cancelled):
        progress(1, 4)
        go_on.wait(5)
        asked.append(cancelled())

    height = strip.sizeHint().height()
    task = Task(work, "Importing")
    strip.board.start(task)
    bar = strip.findChild(QProgressBar)
    qtbot.waitUntil(lambda: bar.isVisible() and bar.maximum() == 4, timeout=3000)
    assert words(strip, "task-title") == "Importing" and strip.sizeHint().height() == height
    qtbot.mouseClick(strip.findChild(QToolButton, "cancel-task"), Qt.MouseButton.LeftButton)
    go_on.set()
    qtbot.waitUntil(lambda: not bar.isVisible(), timeout=3000)
    assert asked == [True]


def test_in_a_narrow_window_the_words_of_a_task_are_shortened_and_nothing_is_cut_off(strip, qtbot):
    go_on = threading.Event()
    strip.show_library("A library with a rather long name", True)
    strip.show_saved(datetime(2025, 3, 1, 10, 42, 7, tzinfo=UTC))
    strip.show_count(12345)
    strip.resize(620, 30)
    task = strip.board.start(
        Task(lambda _progress, _cancelled: go_on.wait(5), "Looking up every one of the cases")
    )
    qtbot.waitUntil(lambda: strip.findChild(QLabel, "task-title").isVisible())
    title = strip.findChild(ElidedLabel, "task-title")
    qtbot.waitUntil(lambda: title.toolTip() == title.full_text == "Looking up every one of the cases")
    for name in ("saved", "protection", "case-count"):
        label = strip.findChild(QLabel, name)
        assert label.width() >= label.sizeHint().width()
    assert strip.findChild(QToolButton, "cancel-task").geometry().right() <= strip.width()
    with qtbot.waitSignal(task.ended):
        go_on.set()
