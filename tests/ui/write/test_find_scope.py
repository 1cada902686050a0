"""Where to look: everywhere, in the section shown, or in those that are ticked while the menu stays open."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from casebook.ui.write.find_scope import FindScope


@pytest.fixture
def scope(look, qtbot):
    made = FindScope()
    qtbot.addWidget(made)
    made.offer([("overview", "Overview"), ("actors", "Actors & others"), ("lessons", "Lessons")])
    made.show()
    return made


def menu_of(scope):
    menu = scope.findChild(QMenu, "find-scope-menu")
    menu.popup(scope.mapToGlobal(scope.rect().bottomLeft()))
    return menu


def click(qtbot, menu, name):
    place = menu.actionGeometry(menu.findChild(QAction, name)).center()
    qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=place)


def test_sections_are_ticked_while_the_menu_stays_open(scope, qtbot):
    menu = menu_of(scope)
    click(qtbot, menu, "find-in-actors")
    assert menu.isVisible()
    assert scope.text() == "Actors && others"
    assert scope.accessibleName() == "Look in: Actors & others"
    with qtbot.waitSignal(scope.changed):
        click(qtbot, menu, "find-in-lessons")
    assert (scope.roots, scope.text()) == (("actors", "lessons"), "2 sections")
    click(qtbot, menu, "find-everywhere")
    assert not menu.isVisible()
    assert (scope.roots, scope.text()) == ((), "All sections")


def test_space_ticks_too(scope, qtbot):
    menu = menu_of(scope)
    menu.setActiveAction(menu.findChild(QAction, "find-in-overview"))
    qtbot.keyClick(menu, Qt.Key.Key_Space)
    assert scope.roots == ("overview",)
    assert menu.isVisible()
    menu.close()


def test_the_section_shown_is_one_click(scope, qtbot):
    scope.shown = "lessons"
    menu = menu_of(scope)
    click(qtbot, menu, "find-here")
    assert scope.roots == ("lessons",)


def test_what_was_ticked_outlasts_the_same_offer(scope, qtbot):
    scope.set_roots(("lessons",))
    scope.offer([("overview", "Overview"), ("actors", "Actors & others"), ("lessons", "Lessons")])
    assert scope.roots == ("lessons",)
    scope.offer([("overview", "Overview")])
    assert scope.roots == ()
    with qtbot.assertNotEmitted(scope.changed):
        scope.set_roots(())
