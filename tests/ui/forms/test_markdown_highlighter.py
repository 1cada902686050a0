"""Markdown made readable while it is written."""

from PySide6.QtGui import QColor, QFont, QTextCharFormat, QTextDocument

from casebook.ui.forms.markdown_highlighter import LONGEST, MarkdownHighlighter
from casebook.ui.theme import DARK, LIGHT


def formats(document, number=0):
    block = document.findBlockByNumber(number)
    text = block.text()
    return {text[f.start : f.start + f.length]: QTextCharFormat(f.format) for f in block.layout().formats()}


def highlighted(text, sight=(0, 50)):
    document = QTextDocument()
    highlighter = MarkdownHighlighter(document, LIGHT)
    document.setPlainText(text)
    highlighter.look_at(*sight)
    return document, highlighter


def test_words_take_their_weight_and_citations_their_tint(look):
    document, _highlighter = highlighted("A **strong** and *soft* claim [@un2003, p. 4].")
    found = formats(document)
    assert found["strong"].fontWeight() == QFont.Weight.Bold
    assert found["soft"].fontItalic()
    assert found["[@un2003, p. 4]"].background().color() == QColor(LIGHT.notice[0])
    assert found["**"].foreground().color() == QColor(LIGHT.muted)


def test_headings_quotations_lists_and_links(look):
    document, _highlighter = highlighted("### Title\n> said\n- item\n[here](https://example.org)")
    assert formats(document, 0)[" Title"].fontWeight() == QFont.Weight.Bold
    assert formats(document, 1)["> said"].fontItalic()
    assert "- " in formats(document, 2)
    assert formats(document, 3)["here"].foreground().color() == QColor(LIGHT.accent)


def test_only_what_is_in_sight_is_looked_at(look):
    text = "\n".join("**strong**" for _ in range(200))
    document, highlighter = highlighted(text, (0, 9))
    assert formats(document, 5)
    assert not formats(document, 100)
    highlighter.look_at(95, 105)
    assert formats(document, 100)


def test_an_endless_paragraph_and_the_other_colours(look):
    document, highlighter = highlighted("**a** " * LONGEST)
    assert not formats(document)
    document.setPlainText("[@key]")
    highlighter.set_colours(DARK)
    highlighter.rehighlight()
    assert formats(document)["[@key]"].background().color() == QColor(DARK.notice[0])
