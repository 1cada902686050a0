from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget

from casebook.ui.widgets.toast import FOOT, Toast


def test_a_toast_floats_above_the_foot_and_follows_the_size(qtbot, look):
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(900, 600)
    host.show()
    toast = Toast(host)
    toast.show_notice("Moved to the Trash.", "Undo", lambda: None)
    assert toast.geometry().bottom() < 600 - FOOT + 1
    assert abs(toast.geometry().center().x() - 450) <= 1
    host.resize(500, 400)
    assert toast.geometry().right() < 500 and toast.geometry().bottom() < 400


def test_its_button_undoes(qtbot, look):
    host = QWidget()
    qtbot.addWidget(host)
    host.show()
    toast, undone = Toast(host), []
    toast.show_notice("Moved to the Trash.", "Undo", lambda: undone.append(True))
    qtbot.mouseClick(toast.findChild(QAbstractButton, "message-action"), Qt.MouseButton.LeftButton)
    assert (undone, toast.isVisible()) == ([True], False)


def test_a_notice_without_an_offer_has_no_button(qtbot, look):
    host = QWidget()
    qtbot.addWidget(host)
    host.show()
    toast = Toast(host)
    toast.show_notice("Copied.")
    assert not toast.findChild(QAbstractButton, "message-action").isVisible()
