from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel

from casebook.ui.theme import LIGHT
from casebook.ui.widgets.look import set_style_property, with_look


def test_a_look_is_applied_when_it_is_set_later(qtbot, look):
    label = with_look(QLabel("text"), "muted")
    qtbot.addWidget(label)
    label.show()
    assert label.palette().color(QPalette.ColorRole.WindowText).name().upper() == LIGHT.muted
    set_style_property(label, "look", "problem")
    assert label.palette().color(QPalette.ColorRole.WindowText).name().upper() == LIGHT.danger[1]
