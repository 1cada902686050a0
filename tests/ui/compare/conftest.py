"""A workbench over the six sample cases, and views that have read them."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from casebook.domain.vocabulary import Vocabularies
from casebook.services.settings import Settings
from casebook.storage.library import Library
from casebook.storage.listing import ListQuery
from casebook.ui.compare.across_view import AcrossView
from casebook.ui.workbench import Workbench

V = TypeVar("V", bound=AcrossView)
Showing = Callable[[type[V]], V]


@pytest.fixture
def sample_bench(look: QApplication, vocabularies: Vocabularies, sample_library: Path) -> Iterator[Workbench]:
    """The sample library, open for writing."""
    desk = Workbench(Settings(author="Ama Mensah"), vocabularies)
    desk.set_library(Library.open(sample_library, author="Ama Mensah"))
    yield desk
    desk.tasks.cancel_all()
    desk.set_library(None, discard=True)


@pytest.fixture
def case_ids(sample_bench: Workbench) -> list[str]:
    """All six, by title: Afghanistan, Iraq, Liberia, NATO, the Philippines, Sierra Leone."""
    return sample_bench.library.cases.ids(ListQuery(sort="title", descending=False))


@pytest.fixture
def showing(sample_bench: Workbench, case_ids: list[str], qtbot: QtBot) -> Showing:
    """Makes a view that shows all six cases."""

    def made(kind: type[V]) -> V:
        view = kind(sample_bench)
        qtbot.addWidget(view)
        view.resize(1200, 760)
        view.show()
        with qtbot.waitSignal(view.shown, timeout=10_000):
            view.show_cases(case_ids)
        return view

    return made
