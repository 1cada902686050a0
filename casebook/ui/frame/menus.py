"""Fills the menu bar from the table of actions."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu, QMenuBar

from casebook.ui.actions import ACTIONS, FILE, MENUS, SEPARATOR, Actions
from casebook.ui.i18n import translated

RECENT_BEFORE = "open-sample"
"""The action before which the menu of recent libraries stands."""


def fill_menus(bar: QMenuBar, actions: Actions) -> QMenu:
    """Build all menus; returns the one for recent libraries."""
    recent = QMenu(QCoreApplication.translate("menus", "Open recent"), bar)
    recent.setObjectName("recent")
    for title in MENUS:
        menu = bar.addMenu(translated(title))
        menu.setObjectName(title)
        for spec in ACTIONS:
            if spec.menu != title:
                continue
            if spec.key == SEPARATOR:
                menu.addSeparator()
                continue
            if spec.key == RECENT_BEFORE and title == FILE:
                menu.addMenu(recent)
            menu.addAction(actions[spec.key])
    return recent


def fill_recent(menu: QMenu, libraries: Sequence[Path], open_one: Callable[[Path], object]) -> None:
    """List recent libraries in their menu."""
    menu.clear()
    menu.setEnabled(bool(libraries))
    for path in libraries:
        action = menu.addAction(path.stem)
        action.setToolTip(str(path))
        action.triggered.connect(lambda _=False, chosen=path: open_one(chosen))
