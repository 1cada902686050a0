from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLabel

from casebook.ui.actions import ACTIONS
from casebook.ui.dialogs.shortcuts_dialog import ShortcutsDialog


def test_every_action_with_keys_is_listed_with_them(qtbot, look):
    dialog = ShortcutsDialog()
    qtbot.addWidget(dialog)
    shown = {label.text() for label in dialog.findChildren(QLabel)}
    for spec in ACTIONS:
        if spec.keys:
            assert spec.text.rstrip("…") in shown
            assert QKeySequence(spec.keys[0]).toString(QKeySequence.SequenceFormat.NativeText) in shown


def test_the_keys_of_a_comparison_are_listed(qtbot, look):
    dialog = ShortcutsDialog()
    qtbot.addWidget(dialog)
    shown = {label.text() for label in dialog.findChildren(QLabel)}
    assert {
        "IN A COMPARISON",
        "Next difference",
        "Needs information",
        "Copy as a picture",
        "Shift+F9",
    } <= shown
