"""A workbench over a library of many cases, and one over none."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from casebook.domain.vocabulary import Vocabularies
from casebook.services.settings import Settings
from casebook.storage.library import Library
from casebook.ui.library.asking import Asking
from casebook.ui.workbench import Workbench
from tests.builders import build_library

COUNT = 260
"""Cases: three pages of the list."""


@pytest.fixture(scope="session")
def many_cases(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed library of COUNT cases; copy it, never open it."""
    return build_library(tmp_path_factory.mktemp("many") / "many.casebook", COUNT, entries=8)


@pytest.fixture
def crowded(
    look: QApplication, vocabularies: Vocabularies, many_cases: Path, tmp_path: Path
) -> Iterator[Workbench]:
    """The workbench with many cases, none open."""
    desk = Workbench(Settings(author="Ama Mensah"), vocabularies)
    desk.set_library(Library.open(Path(shutil.copy(many_cases, tmp_path / "many.casebook"))))
    yield desk
    desk.tasks.cancel_all()
    desk.set_library(None)


@pytest.fixture
def asking(crowded: Workbench) -> Asking:
    """What is asked of the list of `crowded`."""
    return Asking(crowded)


@pytest.fixture
def empty(look: QApplication, vocabularies: Vocabularies, tmp_path: Path) -> Iterator[Workbench]:
    """The workbench with a library that has no case yet."""
    desk = Workbench(Settings(author="Ama Mensah"), vocabularies)
    desk.set_library(Library.create(tmp_path / "empty.casebook", author="Ama Mensah"))
    yield desk
    desk.tasks.cancel_all()
    desk.set_library(None)
