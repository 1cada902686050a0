from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from casebook.ui.compare.set_row import SetRow


def test_the_cross_takes_it_out_and_says_what(qtbot, look):
    row = SetRow("Funding", "drop")
    qtbot.addWidget(row)
    cross = row.findChild(QToolButton, "drop")
    assert cross.accessibleName() == "Take out Funding"
    with qtbot.waitSignal(row.dropped):
        qtbot.mouseClick(cross, Qt.MouseButton.LeftButton)
