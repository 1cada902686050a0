import pytest
from PySide6.QtCore import Qt

from casebook.ui.publish.template_text import TemplateText
from casebook.ui.theme import DARK, LIGHT, apply_theme


@pytest.fixture
def text(look, qtbot):
    made = TemplateText()
    qtbot.addWidget(made)
    made.resize(500, 300)
    made.show()
    made.load("one\n  two\nthree")
    return made


def test_a_snippet_is_indented_like_its_line_and_can_be_taken_back(text, qtbot):
    text.go_to(2)
    text.put_in("{% for a in b %}\n{{ a }}\n{% endfor %}")
    assert text.toPlainText().splitlines()[1:4] == ["{% for a in b %}", "  {{ a }}", "  {% endfor %}  two"]
    qtbot.keyClick(text, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert text.toPlainText() == "one\n  two\nthree"


def test_a_fault_is_marked_and_unmarked(text):
    text.show_fault(2)
    (mark,) = text.extraSelections()
    assert mark.cursor.blockNumber() == 1
    for line in (0, 99):
        text.show_fault(line)
        assert text.extraSelections() == []


def test_a_text_from_elsewhere_keeps_the_line_and_can_be_taken_back(text):
    text.go_to(3)
    text.load("one\ntwo\nthree\nfour", keep_undo=True)
    assert text.textCursor().blockNumber() == 2 and text.toPlainText().endswith("four")
    text.undo()
    assert text.toPlainText() == "one\n  two\nthree"


def test_the_numbers_have_room_however_many_and_in_either_colours(text, qapp):
    narrow = text.number_width()
    text.load("\n" * 20_000)
    assert text.number_width() > narrow
    for tokens in (DARK, LIGHT):
        apply_theme(qapp, tokens)
        image = text.grab().toImage()
        assert image.pixelColor(6, image.height() // 2).name() == tokens.surface.lower()
