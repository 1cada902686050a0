"""Colours a template while it is written: Jinja's tags and values, HTML's tags, comments, words between quotes."""

import re

from PySide6.QtGui import QColor, QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from casebook.ui.theme import Tokens

LONGEST = 4_000
"""Characters of a line beyond which it is left plain, so that typing in it stays quick."""
IN_REMARK, IN_COMMENT = 1, 2
"""States of a line that ends within {# … #} or <!-- … -->."""
_HTML = re.compile(r"</?[A-Za-z][\w:-]*|/?>")
_JINJA = re.compile(r"{%.*?%}|{{.*?}}")
_STRING = re.compile(r"\"[^\"\n]*\"|'[^'\n]*'")
_WORD = re.compile(r"{%[-+]?\s*(\w+)")
_LONG = {IN_REMARK: ("{#", "#}"), IN_COMMENT: ("<!--", "-->")}


class TemplateHighlighter(QSyntaxHighlighter):
    """What Jinja reads stands out from what is printed as it is."""

    def __init__(self, document: QTextDocument, tokens: Tokens) -> None:
        super().__init__(document)
        self.set_colours(tokens)

    def set_colours(self, tokens: Tokens) -> None:
        """Take other colours, at once."""
        background, ink = tokens.state("notice")
        self._jinja = _format(ink)
        self._jinja.setBackground(background)
        self._word = QTextCharFormat(self._jinja)
        self._word.setFontWeight(QFont.Weight.Bold)
        self._html = _format(QColor(tokens.accent))
        self._string = _format(tokens.state("ok")[1])
        self._comment = _format(QColor(tokens.muted))
        self._comment.setFontItalic(True)
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        self.setCurrentBlockState(0)
        if len(text) > LONGEST:
            return
        for pattern, look in ((_HTML, self._html), (_STRING, self._string), (_JINJA, self._jinja)):
            for match in pattern.finditer(text):
                self.setFormat(match.start(), match.end() - match.start(), look)
        for match in _WORD.finditer(text):
            self.setFormat(match.start(1), len(match[1]), self._word)
        self._mark_comments(text)

    def _mark_comments(self, text: str) -> None:
        state, at = max(self.previousBlockState(), 0), 0
        while at <= len(text):
            if state == 0:
                starts = [(text.find(begin, at), kind) for kind, (begin, _end) in _LONG.items()]
                found = min(((place, kind) for place, kind in starts if place >= 0), default=None)
                if found is None:
                    return
                at, state = found
            end = text.find(_LONG[state][1], at)
            stop = end + len(_LONG[state][1]) if end >= 0 else len(text)
            self.setFormat(at, stop - at, self._comment)
            if end < 0:
                self.setCurrentBlockState(state)
                return
            at, state = stop, 0


def _format(colour: QColor) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setForeground(colour)
    return made
