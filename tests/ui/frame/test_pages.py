from PySide6.QtWidgets import QWidget

from casebook.ui.frame.pages import Pages
from casebook.ui.frame.rail import SETTINGS, WORKSPACES


def test_every_button_of_the_rail_has_a_page(window, workbench, appearance):
    makers = Pages(workbench, appearance, window.actions_table, window.door).makers()
    assert set(makers) >= {*WORKSPACES, *SETTINGS, "welcome", "opening"}


def test_every_page_can_be_gone_to(window):
    for key in (*WORKSPACES, *SETTINGS):
        window.go(key)
        assert window.findChild(QWidget, f"page-{key}").isVisible()
