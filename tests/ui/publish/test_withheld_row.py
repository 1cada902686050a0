from PySide6.QtCore import Qt

from casebook.ui.publish.receipt_words import WithheldLine
from casebook.ui.publish.withheld_row import WithheldRow


def test_it_says_what_and_why_and_answers_to_mouse_and_keys(look, qtbot):
    row = WithheldRow(WithheldLine("A lesson", "Lessons", "confidential", "id-1", "title"))
    qtbot.addWidget(row)
    row.show()
    assert row.accessibleName() == "A lesson, Lessons · confidential: go to it in Write"
    for act in (
        lambda: qtbot.mouseClick(row, Qt.MouseButton.LeftButton),
        lambda: qtbot.keyClick(row, Qt.Key.Key_Return),
        lambda: qtbot.keyClick(row, Qt.Key.Key_Space),
    ):
        with qtbot.waitSignal(row.clicked):
            act()
