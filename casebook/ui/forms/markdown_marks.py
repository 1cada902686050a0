"""Sets and takes back Markdown marks around the selection or in front of its lines, as one step."""

import re

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

BULLET, NUMBER, QUOTE, HEADING = "- ", "1. ", "> ", "### "

_LEADS = {
    BULLET: re.compile(r"[-*+] "),
    NUMBER: re.compile(r"\d{1,9}[.)] "),
    QUOTE: re.compile(r"> ?"),
    HEADING: re.compile(r"#{1,6} "),
}
_ANY_LEAD = re.compile(r"[-*+] |\d{1,9}[.)] |#{1,6} ")


def toggle_around(cursor: QTextCursor, mark: str) -> None:
    """Put `mark` (one or two asterisks) on both sides of the selection, or take it away; without one, around the cursor."""
    document = cursor.document()
    start, end, size = cursor.selectionStart(), cursor.selectionEnd(), len(mark)
    around = min(_stars(document, start, -1), _stars(document, end, 1))
    marked = around >= size if size > 1 else around % 2 == 1
    cursor.beginEditBlock()
    if marked:
        _replace(cursor, end, end + size, "")
        _replace(cursor, start - size, start, "")
        start, end = start - size, end - size
    else:
        _replace(cursor, end, end, mark)
        _replace(cursor, start, start, mark)
        start, end = start + size, end + size
    cursor.endEditBlock()
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)


def toggle_lead(cursor: QTextCursor, lead: str) -> None:
    """Put a lead such as BULLET in front of each selected line, or take it away when all have it."""
    blocks = _blocks(cursor)
    pattern = _LEADS[lead]
    take_away = all(pattern.match(block.text()) for block in blocks)
    cursor.beginEditBlock()
    for at, block in enumerate(blocks):
        held = pattern.match(block.text())
        if take_away and held is not None:
            _replace(cursor, block.position(), block.position() + held.end(), "")
        elif held is None:
            other = _ANY_LEAD.match(block.text()) if lead != QUOTE else None
            own = f"{at + 1}. " if lead == NUMBER else lead
            _replace(cursor, block.position(), block.position() + (other.end() if other else 0), own)
    cursor.endEditBlock()


def insert_link(cursor: QTextCursor) -> None:
    """Make a link of the selection and select where its address goes."""
    words = cursor.selectedText().replace("\u2029", " ")
    start = cursor.selectionStart()
    cursor.insertText(f"[{words}](https://)")
    place = start + len(words) + 3
    cursor.setPosition(place if words else start + 1)
    if words:
        cursor.setPosition(place + len("https://"), QTextCursor.MoveMode.KeepAnchor)


def continued_lead(line: str) -> str | None:
    """What the next line of a list or quotation begins with; empty when an empty item ends it; None when it is neither."""
    match = re.match(r"(\s*)(?:([-*+] )|(\d{1,9})([.)] )|(> ))", line)
    if match is None:
        return None
    if not line[match.end() :].strip():
        return ""
    indent, bullet, number, after, quote = match.groups()
    return indent + (bullet or quote or f"{int(number) + 1}{after}")


def _blocks(cursor: QTextCursor) -> list[QTextBlock]:
    document = cursor.document()
    block, last = document.findBlock(cursor.selectionStart()), document.findBlock(cursor.selectionEnd())
    blocks = [block]
    while block != last and block.next().isValid():
        block = block.next()
        blocks.append(block)
    return blocks


def _stars(document: QTextDocument, place: int, step: int) -> int:
    """How many asterisks, at most three, stand in a row before (`step` -1) or after (1) a place."""
    count = 0
    while count < 3 and document.characterAt(place - 1 if step < 0 else place) == "*":
        count += 1
        place += step
    return count


def _replace(cursor: QTextCursor, start: int, end: int, text: str) -> None:
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    cursor.insertText(text)
