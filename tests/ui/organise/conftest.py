"""A workbench over a library of some short cases, with two collections."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from casebook.domain.case import Case
from casebook.domain.records import TermRef
from casebook.domain.vocabulary import Vocabularies
from casebook.services.settings import Settings
from casebook.storage.library import Library
from casebook.ui.workbench import Workbench

COUNT = 60
"""Cases: more than one step of a sweep takes."""


@pytest.fixture(scope="session")
def some_cases(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed library of COUNT cases; copy it, never open it."""
    path = tmp_path_factory.mktemp("organise") / "some.casebook"
    with Library.create(path, author="Ama Mensah") as library:
        library.cases.add_all(
            Case(title=f"Case {at:02}", status=TermRef("draft"), tags=("border", "patrol")[: at % 3])
            for at in range(COUNT)
        )
        west = library.collections.create("West Africa")
        library.collections.create("Mano river", west.id)
        library.collections.create("Police")
    return path


@pytest.fixture
def desk(
    look: QApplication, vocabularies: Vocabularies, some_cases: Path, tmp_path: Path
) -> Iterator[Workbench]:
    """The workbench on a copy of it, no case open."""
    made = Workbench(Settings(author="Ama Mensah"), vocabularies)
    made.set_library(Library.open(Path(shutil.copy(some_cases, tmp_path / "some.casebook")), author="Ama"))
    yield made
    made.tasks.cancel_all()
    made.set_library(None, discard=True)
