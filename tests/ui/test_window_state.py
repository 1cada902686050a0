import json

import pytest
from PySide6.QtWidgets import QMainWindow, QSplitter, QWidget

from casebook.ui.window_state import PLACES, RECENT, WindowState


@pytest.fixture
def file(tmp_path):
    return tmp_path / "window.json"


def test_values_come_back(file):
    state = WindowState(file)
    state.set("workspace", "write")
    state.save()
    assert WindowState(file).get("workspace") == "write"
    assert WindowState(file).get("nothing") == ""


@pytest.mark.parametrize("content", ["", "{", "[]", '{"workspace": 3, "recent": "x"}', "\x00"])
def test_a_damaged_file_counts_as_empty(file, content):
    file.write_text(content)
    state = WindowState(file)
    assert (state.get("workspace"), state.recent) == ("", ())


def test_a_folder_that_cannot_be_written_to_is_no_trouble(tmp_path):
    state = WindowState(tmp_path / "missing" / "window.json")
    state.set("workspace", "write")
    state.save()
    assert not (tmp_path / "missing").exists()


def test_recent_libraries_are_few_and_still_there(file, tmp_path):
    state = WindowState(file)
    made = [tmp_path / f"{at}.casebook" for at in range(RECENT + 3)]
    for path in made:
        path.write_text("")
        state.remember(path)
    state.remember(made[5])
    made[-1].unlink()
    assert state.recent[0] == made[5] and made[-1] not in state.recent
    assert len(json.dumps([str(path) for path in state.recent])) and len(state.recent) <= RECENT


def test_place_and_splitters_come_back(file, qtbot, look):
    def built():
        window = QMainWindow()
        qtbot.addWidget(window)
        splitter = QSplitter()
        splitter.setObjectName("panes")
        for _ in range(2):
            splitter.addWidget(QWidget())
        window.setCentralWidget(splitter)
        window.resize(600, 400)
        window.show()
        return window, splitter

    window, splitter = built()
    splitter.setSizes([150, 440])
    sizes = splitter.sizes()
    state = WindowState(file)
    state.keep_window(window)
    state.save()
    window, splitter = built()
    again = WindowState(file)
    assert again.restore_geometry(window)
    again.restore_splitters(window)
    qtbot.waitUntil(lambda: splitter.sizes() == sizes, timeout=2000)
    assert not WindowState(file.with_name("none.json")).restore_geometry(window)


def test_places_in_cases_come_back_and_old_ones_are_forgotten(file):
    state = WindowState(file)
    for at in range(PLACES + 5):
        state.places[f"case-{at}"] = "lessons"
    state.save()
    places = WindowState(file).places
    assert len(places) == PLACES
    assert "case-0" not in places
    assert places[f"case-{PLACES + 4}"] == "lessons"


@pytest.mark.parametrize("kept", ['{"places": 3}', '{"places": {"a": 1}}'])
def test_damaged_places_count_as_none(file, kept):
    file.write_text(kept)
    assert WindowState(file).places == {}


def test_a_splitter_that_was_moved_since_is_left_where_it_is(file, qtbot, look):
    window = QMainWindow()
    qtbot.addWidget(window)
    splitter = QSplitter()
    splitter.setObjectName("panes")
    for _ in range(2):
        splitter.addWidget(QWidget())
    window.setCentralWidget(splitter)
    window.resize(600, 400)
    window.show()
    state = WindowState(file)
    splitter.setSizes([200, 400])
    state.keep_window(window)
    state.restore_splitters(window)
    splitter.setSizes([400, 200])
    moved = splitter.sizes()
    state.restore_splitters(window)
    assert splitter.sizes() == moved


def test_a_pane_that_is_not_shown_keeps_the_size_it_had(file, qtbot, look):
    def built(hidden):
        window = QMainWindow()
        qtbot.addWidget(window)
        splitter = QSplitter()
        splitter.setObjectName("panes")
        for _ in range(3):
            splitter.addWidget(QWidget())
        splitter.setStretchFactor(2, 1)
        splitter.widget(1).setVisible(not hidden)
        window.setCentralWidget(splitter)
        window.resize(900, 400)
        window.show()
        WindowState(file).restore_splitters(window)
        return window, splitter

    def keep(window):
        state = WindowState(file)
        state.keep_window(window)
        state.save()

    window, splitter = built(hidden=False)
    splitter.setSizes([200, 300, 390])
    sizes = splitter.sizes()
    keep(window)
    window, _splitter = built(hidden=True)
    keep(window)
    window, splitter = built(hidden=True)
    splitter.widget(1).show()
    qtbot.waitUntil(lambda: splitter.sizes() == sizes, timeout=2000)


@pytest.mark.parametrize("kept", ["AAAA/wAAAAEAAAAC", "1 2", "1 2 x", "1 2 99999999"])
def test_sizes_that_do_not_fit_are_left_out(file, qtbot, look, kept):
    window = QMainWindow()
    qtbot.addWidget(window)
    splitter = QSplitter()
    splitter.setObjectName("panes")
    for _ in range(3):
        splitter.addWidget(QWidget())
    window.setCentralWidget(splitter)
    window.resize(900, 400)
    window.show()
    before = splitter.sizes()
    state = WindowState(file)
    state.set("splitter/panes", kept)
    state.restore_splitters(window)
    assert splitter.sizes() == before
