"""A desk to test forms at: a real workbench over a real library, with one case open."""

import shutil
from pathlib import Path

import pytest

from casebook.domain.case import Case
from casebook.services.settings import Settings
from casebook.storage.library import Library
from casebook.ui.forms.form_context import FormContext
from casebook.ui.workbench import Workbench
from tests.ui.forms.desk import ELSEWHERE, Page, liberia


@pytest.fixture(scope="session")
def filled_library(tmp_path_factory) -> Path:
    """A closed library with two cases, to be copied."""
    path = tmp_path_factory.mktemp("library") / "field.casebook"
    with Library.create(path, author="Ama Mensah") as library:
        library.cases.save(None, liberia(), None)
        other = Case(title="African Union in Darfur", ref_code="SD-2004-001", actor_records=(ELSEWHERE,))
        library.cases.save(None, other, None)
    return path


@pytest.fixture(scope="session")
def reading_desk(look, vocabularies, filled_library):
    """A workbench for tests that change nothing; opening a library for each would take most of their time."""
    desk = Workbench(Settings(), vocabularies)
    desk.set_library(Library.open(filled_library, author="Ama Mensah"))
    desk.open_case("case-liberia")
    yield desk
    desk.set_library(None)


@pytest.fixture
def workbench(look, vocabularies, filled_library, tmp_path):
    path = Path(shutil.copy(filled_library, tmp_path / "field.casebook"))
    desk = Workbench(Settings(), vocabularies)
    desk.set_library(Library.open(path, author="Ama Mensah"))
    desk.open_case("case-liberia")
    yield desk
    desk.set_library(None)


@pytest.fixture
def context(request) -> FormContext:
    """Over a library of the test's own if it asks for the workbench too."""
    own = "workbench" in request.fixturenames
    return FormContext(request.getfixturevalue("workbench" if own else "reading_desk"))


@pytest.fixture
def page(qtbot, context) -> Page:
    return Page(qtbot, context)
