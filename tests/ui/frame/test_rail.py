import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from casebook.ui.actions import Actions
from casebook.ui.frame.rail import WORKSPACES, Rail
from casebook.ui.theme import LIGHT, apply_theme


@pytest.fixture
def rail(qtbot, look):
    owner = QObject()
    made = Rail(Actions(owner))
    made.kept = owner
    qtbot.addWidget(made)
    made.resize(made.sizeHint())
    made.show()
    return made


def button(rail, key):
    return rail.findChild(QToolButton, f"rail-{key}")


def test_each_workspace_has_a_button_that_says_so(rail, qtbot):
    for key in (*WORKSPACES, "settings"):
        assert button(rail, key).accessibleName() and "Ctrl+" in button(rail, key).toolTip()
        with qtbot.waitSignal(rail.chosen) as chosen:
            qtbot.mouseClick(button(rail, key), Qt.MouseButton.LeftButton)
        assert chosen.args == [key]


def test_one_is_marked_or_none(rail):
    rail.mark("write")
    assert [key for key in WORKSPACES if button(rail, key).isChecked()] == ["write"]
    rail.mark("welcome")
    assert not any(button(rail, key).isChecked() for key in WORKSPACES)


def test_without_a_library_only_settings_can_be_gone_to(rail):
    rail.enable(False)
    assert not button(rail, "library").isEnabled() and button(rail, "settings").isEnabled()


def test_space_goes_there_too(rail, qtbot):
    button(rail, "publish").setFocus()
    with qtbot.waitSignal(rail.chosen) as chosen:
        qtbot.keyClick(button(rail, "publish"), Qt.Key.Key_Space)
    assert chosen.args == ["publish"]


def test_words_are_whole_at_twice_the_text_in_a_narrow_window(rail, look, qtbot):
    apply_theme(look, LIGHT, text_percent=200)
    try:
        window = QWidget()
        qtbot.addWidget(window)
        row = QHBoxLayout(window)
        row.addWidget(rail)
        wide = QWidget()
        wide.setMinimumWidth(400)
        row.addWidget(wide, 1)
        window.resize(1, 500)
        with qtbot.waitExposed(window):
            window.show()
        for key in (*WORKSPACES, "settings"):
            named = button(rail, key)
            assert named.width() >= named.sizeHint().width(), key
        rail.setParent(None)
    finally:
        apply_theme(look, LIGHT)
