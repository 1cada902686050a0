"""The text area itself."""

from PySide6.QtCore import Qt

from casebook.ui.forms.prose_text import ProseText


def test_an_at_is_told_only_where_a_citation_may_begin(look, qtbot):
    text = ProseText()
    qtbot.addWidget(text)
    text.show()
    told = []
    text.at_typed.connect(lambda: told.append(text.text()))
    qtbot.keyClicks(text, "me@example (@")
    assert told == ["me@example (@"]


def test_paragraphs_in_sight(look, qtbot):
    text = ProseText()
    qtbot.addWidget(text)
    text.resize(300, 120)
    text.show()
    text.show_text("\n".join(str(at) for at in range(300)))
    first, last = text.in_sight()
    assert (first, last < 30) == (0, True)
    qtbot.keyClick(text, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert text.in_sight()[0] > 200
