"""A fresh library for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from casebook.storage.library import Library


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """An open, empty library."""
    with Library.create(tmp_path / "Field notes.casebook", author="Ama Mensah") as made:
        yield made
