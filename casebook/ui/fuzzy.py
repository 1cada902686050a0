"""How well typed letters fit a text: all must appear in order, best at the beginnings of words."""

START, NEXT, ANY = 8, 5, 1
"""Points for a letter at the start of a word, right after the one before, or elsewhere."""


def fit(typed: str, text: str) -> int:
    """Points for `text`; 0 when a letter is missing, 1 when nothing was typed."""
    letters = [sign for sign in typed.casefold() if not sign.isspace()]
    if not letters:
        return 1
    low = text.casefold()
    best = 0
    for at, sign in enumerate(low):
        if sign == letters[0]:
            best = max(best, _from(letters, low, at))
    return best


def _from(letters: list[str], text: str, start: int) -> int:
    points, before, at = 0, -2, start
    for sign in letters:
        found = _best_place(sign, text, at, before)
        if found < 0:
            return 0
        points += NEXT if found == before + 1 else START if _starts_word(text, found) else ANY
        before, at = found, found + 1
    return points * 100 // (100 + len(text))


def _best_place(sign: str, text: str, at: int, before: int) -> int:
    """Where the letter is taken: right after the last one, else at a word's start, else anywhere."""
    if text[at : at + 1] == sign and at == before + 1:
        return at
    place = text.find(sign, at)
    first = place
    while place >= 0:
        if _starts_word(text, place):
            return place
        place = text.find(sign, place + 1)
    return first


def _starts_word(text: str, at: int) -> bool:
    return at == 0 or not text[at - 1].isalnum()
