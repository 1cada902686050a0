"""The buttons below a text."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QToolButton

from casebook.ui.forms.markdown_toolbar import SHORTCUTS, MarkdownToolbar


def test_each_button_has_a_name_a_shortcut_and_no_place_in_the_tab_order(look, qtbot):
    text = QPlainTextEdit()
    bar = MarkdownToolbar(text)
    qtbot.addWidget(text)
    qtbot.addWidget(bar)
    bar.show()
    buttons = bar.findChildren(QToolButton)
    assert len(buttons) == len(SHORTCUTS)
    assert len(set(SHORTCUTS.values())) == len(SHORTCUTS)
    for button in buttons:
        assert button.accessibleName()
        assert "Ctrl" in button.toolTip()
        assert button.focusPolicy() == Qt.FocusPolicy.NoFocus
        with qtbot.waitSignal(bar.asked) as asked:
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert button.objectName() == f"mark:{asked.args[0]}"
