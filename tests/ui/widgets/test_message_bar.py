from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget

from casebook.ui.widgets.message_bar import MessageBar


def shown(qtbot):
    host = QWidget()
    qtbot.addWidget(host)
    host.show()
    bar = MessageBar(host)
    return (
        host,
        bar,
        bar.findChild(QAbstractButton, "message-action"),
        bar.findChild(QAbstractButton, "message-close"),
    )


def test_a_message_stays_until_it_is_put_away(qtbot, look):
    _host, bar, action, close = shown(qtbot)
    assert not bar.isVisible()
    bar.show_message("The disk is full.", "danger")
    assert (bar.text, bar.isVisible(), action.isVisible()) == ("The disk is full.", True, False)
    qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
    assert not bar.isVisible()


def test_what_can_be_done_about_it_is_done_once(qtbot, look):
    _host, bar, action, _close = shown(qtbot)
    done = []
    bar.show_message("Moved to the Trash.", "notice", "Undo", lambda: done.append(1))
    qtbot.mouseClick(action, Qt.MouseButton.LeftButton)
    assert (done, bar.isVisible()) == ([1], False)


def test_a_passing_message_goes_by_itself(qtbot, look):
    _host, bar, _action, _close = shown(qtbot)
    bar.show_message("Saved.", "ok", seconds=0.05)
    qtbot.waitUntil(lambda: not bar.isVisible(), timeout=2000)
