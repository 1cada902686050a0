from PySide6.QtGui import QColor, QFont, QTextCharFormat, QTextDocument

from casebook.ui.publish.template_highlighter import TemplateHighlighter
from casebook.ui.theme import DARK, LIGHT

TEXT = '<p class="a">{{ x }}</p>\n{% if x %}\n{# one\ntwo #}<b>\n<!-- c\nd --> e'


def looks(look, line):
    document = QTextDocument(TEXT)
    highlighter = TemplateHighlighter(document, look)
    block = document.findBlockByNumber(line)
    ranges = block.layout().formats()
    formats = {block.text()[f.start : f.start + f.length]: QTextCharFormat(f.format) for f in ranges}
    return formats, (document, highlighter)


def test_tags_strings_and_values_have_colours_of_the_theme(qapp):
    for tokens in (LIGHT, DARK):
        formats, _kept = looks(tokens, 0)
        assert formats["<p"].foreground().color() == QColor(tokens.accent)
        assert formats['"a"'].foreground().color() == tokens.state("ok")[1]
        assert formats["{{ x }}"].background().color() == tokens.state("notice")[0]
        formats, _kept = looks(tokens, 1)
        assert formats["if"].fontWeight() == QFont.Weight.Bold


def test_comments_may_have_several_lines(qapp):
    muted = QColor(LIGHT.muted)
    assert looks(LIGHT, 2)[0]["{# one"].foreground().color() == muted
    formats, _kept = looks(LIGHT, 3)
    assert formats["two #}"].foreground().color() == muted and formats["<b>"].foreground().color() != muted
    assert looks(LIGHT, 5)[0]["d -->"].foreground().color() == muted
