"""The Write workspace on the Liberia case, or on an empty one, worked by clicks and keys."""

import pytest

from casebook.services.new_cases import start_case
from tests.ui.write.writing_desk import WritingDesk


@pytest.fixture
def desk(workbench, qtbot):
    """Write, with the Liberia case open."""
    return WritingDesk(qtbot, workbench)


@pytest.fixture
def fresh(workbench, qtbot):
    """Write, with a case that was just begun."""
    case = start_case(workbench.library, "en")
    assert workbench.open_case(case.id)
    return WritingDesk(qtbot, workbench)
