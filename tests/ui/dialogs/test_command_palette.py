import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QListWidget, QWidget

from casebook.domain.case import new_case
from casebook.ui.actions import Actions, Needs
from casebook.ui.dialogs.command_palette import CommandPalette


@pytest.fixture
def host(qtbot, workbench):
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    return made


@pytest.fixture
def palette(qtbot, workbench, host):
    actions = Actions(host)
    actions.enable(Needs.LIBRARY | Needs.WRITABLE)
    opened = []
    made = CommandPalette(workbench, actions, opened.append, host)
    qtbot.addWidget(made)
    made.show()
    made.opened, made.actions_table = opened, actions
    return made


def shown(palette):
    view = palette.findChild(QListWidget, "palette-list")
    return [view.item(at).text() for at in range(view.count())]


def test_it_lists_what_can_be_done_now(palette):
    assert "New case" in shown(palette)
    assert "Undo" not in shown(palette) and "Restore from Trash" not in shown(palette)


def test_typing_narrows_and_enter_does_it(palette, qtbot):
    field = palette.findChild(QLineEdit, "palette-field")
    qtbot.keyClicks(field, "lico")
    assert shown(palette)[0] == "Light colours"
    with qtbot.waitSignal(palette.actions_table["theme-light"].triggered):
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert not palette.isVisible()


def test_cases_are_found_by_name(palette, qtbot, liberia):
    field = palette.findChild(QLineEdit, "palette-field")
    qtbot.keyClicks(field, "liberia")
    assert liberia.title in shown(palette)
    for _ in range(shown(palette).index(liberia.title)):
        qtbot.keyClick(field, Qt.Key.Key_Down)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert palette.opened == [liberia.id]


def test_a_case_named_so_comes_before_those_that_only_speak_of_it(palette, qtbot, workbench, liberia):
    other = new_case(title="Sierra Leone: a rebuilt army", brief="As in Liberia, the mission began late.")
    workbench.library.cases.save(None, other, None)
    field = palette.findChild(QLineEdit, "palette-field")
    qtbot.keyClicks(field, "liber")
    assert [title for title in shown(palette) if title in (other.title, liberia.title)] == [
        liberia.title,
        other.title,
    ]


def test_nothing_fits_and_enter_does_nothing(palette, qtbot):
    field = palette.findChild(QLineEdit, "palette-field")
    qtbot.keyClicks(field, "zzzzqqq")
    assert shown(palette) == []
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert palette.opened == []
