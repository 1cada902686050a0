"""Workbenches over the six sample cases and over three small ones, and views that have read them."""

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
from casebook.ui.compare.comparison_desk import ComparisonDesk
from casebook.ui.compare.comparison_page import ComparisonPage
from casebook.ui.workbench import Workbench
from tests.ui.compare.reviewer import COAST, HILLS, RIVER, Reviewer, small_cases

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


@pytest.fixture
def small_bench(look: QApplication, vocabularies: Vocabularies, tmp_path: Path) -> Iterator[Workbench]:
    """A library with River, Coast and Hills, open for writing."""
    path = tmp_path / "small.casebook"
    with Library.create(path, author="Ama Mensah") as library:
        for case in small_cases():
            library.cases.save(None, case, None)
    desk = Workbench(Settings(author="Ama Mensah"), vocabularies)
    desk.set_library(Library.open(path, author="Ama Mensah"))
    yield desk
    desk.tasks.cancel_all()
    desk.set_library(None, discard=True)


@pytest.fixture
def reviewer(small_bench: Workbench, qtbot: QtBot) -> Iterator[Reviewer]:
    """The three cases side by side."""
    desk = ComparisonDesk(small_bench)
    page = ComparisonPage(desk, small_bench)
    desk.setParent(page)
    qtbot.addWidget(page)
    page.resize(1280, 860)
    with qtbot.waitExposed(page):
        page.show()
    made = Reviewer(qtbot, small_bench, page)
    made.show(RIVER, COAST, HILLS)
    yield made
    desk.keeper.flush()
