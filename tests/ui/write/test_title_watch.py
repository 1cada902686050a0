from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton

from casebook.ui.forms.lookalike_line import LookalikeLine

LIBERIA = "Liberia: from West African"


def hint(desk) -> LookalikeLine:
    return desk.write.findChild(LookalikeLine, "lookalike")


def title(desk) -> QLineEdit:
    return desk.write.findChild(QLineEdit, "title:control")


def test_a_new_draft_is_told_which_case_it_looks_like(fresh, workbench, liberia, qtbot):
    qtbot.keyClicks(title(fresh), LIBERIA)
    qtbot.waitUntil(hint(fresh).isVisible)
    assert title(fresh).text() == LIBERIA
    qtbot.mouseClick(hint(fresh).findChild(QPushButton, "lookalike-open"), Qt.MouseButton.LeftButton)
    assert workbench.case.id == liberia.id and not hint(fresh).isVisible()
    assert not workbench.unsaved


def test_a_case_that_had_a_title_is_left_alone(desk, qtbot):
    desk.write.show_section("overview")
    title(desk).clear()
    qtbot.keyClicks(title(desk), LIBERIA)
    qtbot.wait(200)
    assert not hint(desk).isVisible()
