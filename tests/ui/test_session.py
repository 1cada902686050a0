import os
import signal

import pytest
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from casebook import paths
from casebook.services.settings import Settings, save_settings
from casebook.storage.library import Library
from casebook.ui.session import Session, SignalDoor
from casebook.ui.widgets.card import Card
from casebook.ui.window_state import WindowState
from tests.ui.frame.modal import Answers


@pytest.fixture
def session(look, appearance, qtbot):
    save_settings(
        Settings(theme="light", author="Ama Mensah", daily_backup=False),
        paths.user_config() / "settings.json",
    )
    (paths.user_state() / "window.json").unlink(missing_ok=True)
    made = Session(look)
    qtbot.addWidget(made.window)
    yield made
    made.window.close()
    appearance.apply("light", 100)


def page(session, name):
    found = session.window.findChild(QWidget, f"page-{name}")
    return found is not None and found.isVisible()


def test_the_first_start_shows_three_ways_to_begin(session, qtbot):
    session.start(None)
    assert session.window.isVisible() and session.workbench.library is None
    assert page(session, "welcome")
    for name in ("welcome-sample", "welcome-new", "welcome-existing"):
        assert session.window.findChild(Card, name).isVisible(), name
    qtbot.waitUntil(session.window.findChild(Card, "welcome-sample").hasFocus)


def test_a_start_that_is_not_to_reopen_shows_them_too(session, library_file):
    session.state.set("library", str(library_file))
    session.settings = Settings(reopen=False)
    session.start(None)
    assert page(session, "welcome") and session.workbench.library is None


def test_the_window_is_there_before_the_library_is_open(session, library_file, qtbot):
    session.start(library_file)
    assert page(session, "opening")
    qtbot.waitUntil(lambda: page(session, "library"), timeout=10_000)
    assert session.workbench.library.path == library_file


def test_the_last_library_opens_again(session, library_file, qtbot, look):
    state = WindowState(paths.user_state() / "window.json")
    state.set("library", str(library_file))
    state.save()
    again = Session(look)
    qtbot.addWidget(again.window)
    again.start(None)
    qtbot.waitUntil(lambda: again.workbench.library is not None, timeout=10_000)
    assert again.workbench.library.path == library_file
    again.window.close()


def test_a_library_that_cannot_be_opened_leads_to_the_first_page(session, tmp_path, qtbot):
    session.start(tmp_path / "gone.casebook")
    with qtbot.waitSignal(session.workbench.problem, timeout=10_000):
        pass
    qtbot.waitUntil(lambda: page(session, "welcome"), timeout=5000)
    assert session.workbench.library is None


def test_an_unforeseen_error_is_told_once_with_details(session, tmp_path):
    session.start(None)
    answers, details = Answers(), []

    def read(dialog):
        details.append(dialog.findChild(QPlainTextEdit, "details").toPlainText())
        session.tell_unexpected("another", tmp_path)
        dialog.accept()

    answers.then(read)
    session.tell_unexpected("Traceback: something", tmp_path / "casebook.log")
    assert details == ["Traceback: something"] and len(answers.seen) == 1


@pytest.mark.skipif(not hasattr(signal, "SIGTERM") or os.name == "nt", reason="signals of Unix")
def test_being_asked_to_end_saves_and_closes(session, library_file, qtbot):
    handlers = {name: signal.getsignal(getattr(signal, name)) for name in ("SIGTERM", "SIGINT", "SIGHUP")}
    session.start(library_file)
    qtbot.waitUntil(lambda: session.workbench.library is not None, timeout=10_000)
    door = SignalDoor(session.window)
    try:
        os.kill(os.getpid(), signal.SIGTERM)
        qtbot.waitUntil(lambda: not session.window.isVisible(), timeout=5000)
        assert session.workbench.library is None
        with Library.open(library_file) as library:
            assert not library.read_only
    finally:
        door.release()
        for name, handler in handlers.items():
            signal.signal(getattr(signal, name), handler)
