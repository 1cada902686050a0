"""Colours to choose from: each has a name, the one in use a tick."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from casebook.ui.organise.swatches import NAMES, Swatches
from casebook.ui.theme import TAG_COLOURS


def test_each_is_chosen_by_click_or_key_and_named(look, qtbot):
    row = Swatches()
    qtbot.addWidget(row)
    row.show()
    assert set(NAMES) == {"", *TAG_COLOURS}
    for colour in NAMES:
        button = row.findChild(QToolButton, f"colour-{colour or 'none'}")
        assert button.accessibleName() == NAMES[colour]
        with qtbot.waitSignal(row.chosen) as told:
            qtbot.keyClick(button, Qt.Key.Key_Space)
        assert told.args == [colour]


def test_the_one_in_use_bears_the_tick(look, qtbot):
    row = Swatches()
    qtbot.addWidget(row)
    row.show_colour("blue")
    row.show_colour("red")
    ticked = [
        name for name in TAG_COLOURS if not row.findChild(QToolButton, f"colour-{name}").icon().isNull()
    ]
    assert ticked == ["red"]
    row.show_colour(None)
    assert row.findChild(QToolButton, "colour-red").icon().isNull()
