"""A fresh library for each test."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from casebook.storage.library import Library


@pytest.fixture(scope="session")
def empty_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed, empty library to copy: faster than making each anew."""
    path = tmp_path_factory.mktemp("empty") / "Empty.casebook"
    Library.create(path).close()
    return path


@pytest.fixture
def library(tmp_path: Path, empty_library: Path) -> Iterator[Library]:
    """An open, empty library."""
    path = Path(shutil.copy(empty_library, tmp_path / "Field notes.casebook"))
    with Library.open(path, author="Ama Mensah") as opened:
        yield opened
