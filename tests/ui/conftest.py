"""A desk to test the window at: a real workbench over a real library with the Liberia case open."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from casebook import paths
from casebook.domain.case import Case
from casebook.domain.vocabulary import Vocabularies
from casebook.exchange.case_reading import read_file
from casebook.services.settings import Settings
from casebook.services.vocabularies import load_vocabularies
from casebook.storage.library import Library
from casebook.ui.appearance import Appearance
from casebook.ui.fonts import register_fonts
from casebook.ui.main_window import MainWindow
from casebook.ui.theme import LIGHT, apply_theme
from casebook.ui.window_state import WindowState
from casebook.ui.workbench import Workbench

AUTHOR = "Ama Mensah"


@pytest.fixture(scope="session")
def look(qapp: QApplication) -> QApplication:
    """The application in its light look."""
    register_fonts()
    apply_theme(qapp, LIGHT)
    return qapp


@pytest.fixture(scope="session")
def vocabularies() -> Vocabularies:
    """The vocabularies as installed."""
    return load_vocabularies(paths.resources() / "vocabularies")


@pytest.fixture(scope="session")
def liberia() -> Case:
    """The richest of the sample cases."""
    (case,) = read_file(paths.resources() / "sample" / "liberia.json")
    return case


@pytest.fixture(scope="session")
def liberia_library(liberia: Case, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed library with the Liberia case and its files; copy it, never open it."""
    path = tmp_path_factory.mktemp("template") / "field.casebook"
    with Library.create(path, author=AUTHOR) as library:
        for file in (paths.resources() / "sample" / "files").iterdir():
            library.attachments.add(file)
        library.cases.save(None, liberia, None)
    return path


@pytest.fixture
def library_file(liberia_library: Path, tmp_path: Path) -> Path:
    """A library of this test's own."""
    return Path(shutil.copy(liberia_library, tmp_path / "field.casebook"))


@pytest.fixture
def workbench(
    look: QApplication, vocabularies: Vocabularies, library_file: Path, liberia: Case
) -> Iterator[Workbench]:
    """The workbench with the Liberia case open for writing."""
    desk = Workbench(Settings(author=AUTHOR), vocabularies)
    desk.set_library(Library.open(library_file, author=AUTHOR))
    assert desk.open_case(liberia.id)
    yield desk
    desk.tasks.cancel_all()
    desk.set_library(None, discard=True)


@pytest.fixture(scope="session")
def appearance(look: QApplication) -> Appearance:
    """The look of the whole application, switchable."""
    return Appearance(look, "light", 100)


@pytest.fixture
def window(
    workbench: Workbench, appearance: Appearance, tmp_path: Path, qtbot: QtBot
) -> Iterator[MainWindow]:
    """The whole window on the library with the Liberia case, no case open, Library in front."""
    workbench.settings.daily_backup = False
    workbench.close_case()
    made = MainWindow(workbench, appearance, WindowState(tmp_path / "window.json"))
    qtbot.addWidget(made)
    made.resize(1440, 900)
    made.show()
    made.door.opened.emit(workbench.library.path)
    yield made
    made.close()
