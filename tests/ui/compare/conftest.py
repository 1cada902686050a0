"""A reviewer at a library of three small cases."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from casebook.domain.vocabulary import Vocabularies
from casebook.services.settings import Settings
from casebook.storage.library import Library
from casebook.ui.compare.comparison_desk import ComparisonDesk
from casebook.ui.compare.comparison_page import ComparisonPage
from casebook.ui.workbench import Workbench
from tests.ui.compare.reviewer import COAST, HILLS, RIVER, Reviewer, small_cases


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
