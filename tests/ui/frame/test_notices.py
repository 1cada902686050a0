from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from casebook.storage.library import Library
from casebook.ui.widgets.message_bar import MessageBar
from casebook.ui.widgets.toast import Toast


def bar(window, name):
    return window.findChild(MessageBar, name)


def button(bar):
    return bar.findChild(QAbstractButton, "message-action")


def test_news_pass_by_with_undo(window, workbench, qtbot):
    undone = []
    workbench.told.emit("“Liberia” is in the Trash.", lambda: undone.append(True))
    toast = window.findChild(Toast, "toast")
    assert (toast.isVisible(), toast.text, button(toast).text()) == (
        True,
        "“Liberia” is in the Trash.",
        "Undo",
    )
    qtbot.mouseClick(button(toast), Qt.MouseButton.LeftButton)
    assert undone == [True]
    workbench.told.emit("Captured.", ("Open", lambda: undone.append("open")))
    qtbot.mouseClick(button(toast), Qt.MouseButton.LeftButton)
    assert undone == [True, "open"]


def test_a_toast_stays_over_the_workspace_one_goes_to(window, workbench):
    workbench.told.emit("Captured.", None)
    window.go("settings")
    toast = window.findChild(Toast, "toast")
    shown = window.childAt(toast.mapTo(window, toast.rect().center()))
    assert shown is not None and (shown is toast or toast.isAncestorOf(shown))


def test_a_problem_stays_until_put_away(window, workbench, qtbot):
    workbench.problem.emit("The file could not be read.")
    assert bar(window, "problem-bar").isVisible()
    qtbot.mouseClick(
        bar(window, "problem-bar").findChild(QAbstractButton, "message-close"), Qt.MouseButton.LeftButton
    )
    assert not bar(window, "problem-bar").isVisible()


def test_what_could_not_be_saved_is_said_until_it_could(window, workbench, liberia):
    workbench.save_failed.emit("The disk is full.")
    assert (bar(window, "problem-bar").text, button(bar(window, "problem-bar")).text()) == (
        "The disk is full.",
        "Try again",
    )
    workbench.saved.emit(liberia.id)
    assert not bar(window, "problem-bar").isVisible()


def test_a_library_open_for_reading_says_so_and_can_be_opened_for_writing(window, workbench, qtbot):
    path = workbench.library.path
    workbench.set_library(Library.open(path, read_only=True))
    banner = bar(window, "reading-banner")
    assert banner.isVisible() and not window.actions_table["new-case"].isEnabled()
    qtbot.mouseClick(button(banner), Qt.MouseButton.LeftButton)
    assert not workbench.library.read_only and not banner.isVisible()
