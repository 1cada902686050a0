from PySide6.QtCore import Qt

from casebook.domain.synthesis import Finding, FindingState
from casebook.ui.compare.line_model import LineModel
from tests.ui.compare.reviewer import SHARED


def test_it_is_a_proper_model(reviewer, qtmodeltester):
    qtmodeltester.check(reviewer.page.model)


def test_cells_read_aloud_with_row_case_and_marks(reviewer):
    reviewer.open("challenges")
    model = reviewer.page.model
    spoken = model.data(model.index(model.row_with(SHARED), 1), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Mandate gap, Coast: a late mandate: ◐ The mandate came late"
    assert (
        model.headerData(model.row_with(SHARED), Qt.Orientation.Vertical) == "Mandate gap: ◐ shared by some"
    )
    assert model.headerData(3, Qt.Orientation.Horizontal) == "Synthesis"


def test_a_finding_is_told_to_the_views(reviewer, qtbot):
    model = reviewer.page.model
    with qtbot.waitSignal(model.dataChanged):
        reviewer.desk.set_finding("lessons", Finding(text="First.", state=FindingState.DECIDED))
    assert model.data(model.index(model.row_with("lessons"), 3)) == "Decided: First."


def test_without_a_comparison_it_is_empty(reviewer):
    model = LineModel(reviewer.desk)
    assert (model.rowCount(), model.columnCount()) == (0, 0)
    assert model.line(0) is None
    assert model.row_with("lessons") == -1
