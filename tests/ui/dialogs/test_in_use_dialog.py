from PySide6.QtWidgets import QLabel, QPushButton

from casebook.ui.dialogs.in_use_dialog import InUseDialog


def test_it_says_who_has_it_and_offers_reading(qtbot, look):
    dialog = InUseDialog("Field library", "Ama Mensah on laptop-7 has it open since 10:42.")
    qtbot.addWidget(dialog)
    dialog.show()
    words = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert "Field library is open elsewhere" in words and "Ama Mensah on laptop-7" in words
    with qtbot.waitSignal(dialog.accepted):
        dialog.findChild(QPushButton, "read").click()
