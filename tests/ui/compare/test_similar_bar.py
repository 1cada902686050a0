import pytest
from PySide6.QtCore import Qt

from casebook.domain.comparison import Candidate
from casebook.ui.compare.similar_bar import SimilarBar


@pytest.mark.parametrize(("name", "same"), [("same", True), ("apart", False)])
def test_two_buttons_answer(look, qtbot, name, same):
    candidate = Candidate(one="a", other="b", rows=("x", "y"), words=("Early", "Early on"), likeness=0.8)
    bar = SimilarBar(candidate, ("RV-1", "CO-2"))
    qtbot.addWidget(bar)
    bar.show()
    button = bar.findChild(object, name)
    assert "“Early” (RV-1) and “Early on” (CO-2)" in button.accessibleName()
    with qtbot.waitSignal(bar.decided) as told:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert told.args == [same]
