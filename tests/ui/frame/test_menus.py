from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenuBar

from casebook.ui.actions import ACTIONS, MENUS, SEPARATOR, Actions
from casebook.ui.frame.menus import fill_menus, fill_recent


def test_every_action_stands_in_its_menu(qtbot, look):
    owner, bar = QObject(), QMenuBar()
    qtbot.addWidget(bar)
    fill_menus(bar, Actions(owner))
    menus = [action.menu() for action in bar.actions()]
    assert [menu.title() for menu in menus] == list(MENUS)
    for menu, title in zip(menus, MENUS, strict=True):
        keys = [action.objectName() for action in menu.actions() if action.objectName() and not action.menu()]
        assert keys == [spec.key for spec in ACTIONS if spec.menu == title and spec.key != SEPARATOR]


def test_recent_libraries_open_from_their_menu(qtbot, look, tmp_path):
    owner, bar, opened = QObject(), QMenuBar(), []
    qtbot.addWidget(bar)
    menu = fill_menus(bar, Actions(owner))
    fill_recent(menu, [], opened.append)
    assert not menu.isEnabled()
    fill_recent(menu, [tmp_path / "Field.casebook"], opened.append)
    (action,) = menu.actions()
    action.trigger()
    assert action.text() == "Field" and opened == [tmp_path / "Field.casebook"]
