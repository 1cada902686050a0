from PySide6.QtCore import Qt

from casebook.ui.widgets.card import Card
from casebook.ui.widgets.chip import Chip


def test_a_card_shows_and_speaks_its_content(qtbot, look):
    card = Card("Mandate gap", "severity 4", [("no source", "warning")])
    qtbot.addWidget(card)
    assert card.title == "Mandate gap"
    assert card.accessibleName() == "Mandate gap, severity 4, no source"
    assert [chip.text() for chip in card.findChildren(Chip)] == ["no source"]
    card.show_content("Rotation")
    assert card.accessibleName() == "Rotation"


def test_a_card_answers_to_mouse_and_keyboard(qtbot, look):
    card = Card("Mandate gap")
    qtbot.addWidget(card)
    with qtbot.waitSignal(card.clicked):
        qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
        with qtbot.waitSignal(card.clicked):
            qtbot.keyClick(card, key)
    with qtbot.waitSignal(card.activated):
        qtbot.mouseDClick(card, Qt.MouseButton.LeftButton)


def test_a_selected_card_is_marked_by_a_strip(qtbot, look):
    card = Card("Mandate gap")
    qtbot.addWidget(card)
    card.resize(200, 60)
    plain = card.grab().toImage()
    card.set_selected(True)
    assert card.selected
    assert card.grab().toImage().pixelColor(2, 30) != plain.pixelColor(2, 30)
