"""Makes Markdown readable while it is written, looking only at what is in sight."""

import re

from PySide6.QtGui import QColor, QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from casebook.domain.citing import groups
from casebook.ui.theme import Tokens

LONGEST = 8_000
"""Characters of a paragraph beyond which it is left plain, so that typing in it stays quick."""

_STRONG = re.compile(r"\*\*(?=\S)(.{1,400}?)(?<=\S)\*\*")
_EMPHASIS = re.compile(r"(?<![*\w])\*(?=[^\s*])([^*\n]{1,400}?)(?<=[^\s*])\*(?![*\w])")
_LINK = re.compile(r"\[([^\[\]\n]{1,200})\]\((https?://[^\s()]{1,500})\)")
_LEAD = re.compile(r"\s*(?:[-*+] |\d{1,9}[.)] )")
_HEADING, _QUOTE = re.compile(r"#{1,6} .*"), re.compile(r">.*")

DONE = 1
"""State of a paragraph that has been looked at."""


class MarkdownHighlighter(QSyntaxHighlighter):
    """Marks become muted, words take the weight they will have, citations stand on a tint like chips."""

    def __init__(self, document: QTextDocument, tokens: Tokens) -> None:
        """Looks at nothing before it is told by `look_at` what is in sight."""
        super().__init__(document)
        self._first, self._last = 0, -1
        self.set_colours(tokens)

    def set_colours(self, tokens: Tokens) -> None:
        """Take other colours from the next drawing on."""
        notice_background, notice_ink = tokens.state("notice")
        self._muted = _format(QColor(tokens.muted))
        self._strong = _format(weight=QFont.Weight.Bold)
        self._emphasis = _format(italic=True)
        self._heading = _format(weight=QFont.Weight.Bold)
        self._quote = _format(QColor(tokens.muted), italic=True)
        self._link = _format(QColor(tokens.accent))
        self._cite = _format(notice_ink)
        self._cite.setBackground(notice_background)

    def look_at(self, first: int, last: int) -> None:
        """From now on the paragraphs from `first` to `last` are in sight; look at those that were not looked at yet."""
        self._first, self._last = first, last
        block = self.document().findBlockByNumber(first)
        while block.isValid() and block.blockNumber() <= last:
            if block.userState() != DONE:
                self.rehighlightBlock(block)
            block = block.next()

    def highlightBlock(self, text: str) -> None:
        if not self._first <= self.currentBlock().blockNumber() <= self._last:
            return
        self.setCurrentBlockState(DONE)
        if len(text) > LONGEST:
            return
        if _HEADING.match(text):
            self.setFormat(0, len(text), self._heading)
            self.setFormat(0, text.index(" "), self._muted)
        elif _QUOTE.match(text):
            self.setFormat(0, len(text), self._quote)
        lead = _LEAD.match(text)
        if lead is not None:
            self.setFormat(0, lead.end(), self._link)
        if "*" in text:
            self._weigh(text)
        if "[" in text:
            self._point(text)

    def _weigh(self, text: str) -> None:
        for pattern, size, look in ((_EMPHASIS, 1, self._emphasis), (_STRONG, 2, self._strong)):
            for match in pattern.finditer(text):
                self.setFormat(match.start(1), len(match[1]), look)
                self.setFormat(match.start(), size, self._muted)
                self.setFormat(match.end() - size, size, self._muted)

    def _point(self, text: str) -> None:
        for match in _LINK.finditer(text):
            self.setFormat(match.start(), match.end() - match.start(), self._muted)
            self.setFormat(match.start(1), len(match[1]), self._link)
        if "@" in text:
            for start, end, _cites in groups(text):
                self.setFormat(start, end - start, self._cite)


def _format(
    colour: QColor | None = None, *, weight: QFont.Weight | None = None, italic: bool = False
) -> QTextCharFormat:
    made = QTextCharFormat()
    if colour is not None:
        made.setForeground(colour)
    if weight is not None:
        made.setFontWeight(weight)
    if italic:
        made.setFontItalic(True)
    return made
