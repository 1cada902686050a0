"""Finds names in text as a reader would: whole words, in any script, however they are spaced, accented or composed."""

import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import lru_cache

EXACT_BELOW = 4
"""Letters from which a name is found in capitals or small letters alike; shorter ones are acronyms, found as written."""
SHORTEST = 2
"""Letters a name must have to be looked for inside a text; shorter ones are found only where they are all of it."""
ENDINGS = "(?:['’]?[sS]|[eE][sS])?"
"""Simple English plural and genitive endings a name keeps: "the Rangers’ camp", "three ECOMOGs"."""

JOINED = (
    "\u0590-\u05ff\u0600-\u08ff\ufb1d-\ufdff\ufe70-\ufeff"  # Hebrew, Arabic, Syriac, Thaana, NKo: prefixes are joined on
    "\u0e00-\u0eff\u0f00-\u109f\u1780-\u17ff"  # Thai, Lao, Tibetan, Myanmar, Khmer: no spaces between words
    "\u1100-\u11ff\u3040-\u30ff\u3130-\u318f\uac00-\ud7ff"  # kana; Hangul, whose particles are joined on
    "\u2e80-\u2fdf\u3005-\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"  # Han
)
"""Scripts in which a word need not stand between spaces, so that a name is found within what looks like one word."""

MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0900-\u0963\u0966-\u0df3\u135d-\u135f\u1712-\u1734\u1752\u1753\u1772\u1773\u1920-\u193b"
    "\u1a17-\u1a1b\u1b00-\u1b4b\u1b80-\u1bf3\u1c24-\u1c37\ua802-\ua827\ua880-\ua8c5\ua8e0-\ua8f1\ua926-\ua92d\ua947-\ua953"
    "\ua980-\ua9c0\uaa29-\uaa36\uabe3-\uabed\U00011000-\U00011046"
)
"""Vowel signs and other marks that continue a word, with the letters of their scripts between them; no punctuation."""
LETTER = rf"(?:[^\W_]|[{MARKS}])"

_UNDECOMPOSED = {"ß": "ss", "ẞ": "SS"}


@lru_cache(maxsize=20_000)
def _plain(sign: str) -> str:
    """A letter without its accent, in its plain form (Unicode annex 15); nothing for a sign nobody sees."""
    if "\uac00" <= sign <= "\ud7ff":
        return sign
    parts = unicodedata.normalize("NFKD", _UNDECOMPOSED.get(sign, sign))
    return "".join(part for part in parts if not _unseen(part))


def _unseen(sign: str) -> bool:
    """Format characters, accents above and below, Arabic and Hebrew points; not the vowel signs that make words."""
    weight = unicodedata.combining(sign)
    return weight >= 200 or 10 <= weight <= 36 or unicodedata.category(sign) == "Cf"


def plain(text: str) -> str:
    """`text` as names are compared: composed, plain letters, without accents and invisible signs."""
    return text if text.isascii() else "".join(map(_plain, unicodedata.normalize("NFC", text)))


class NamesInText:
    """A set of names to be looked for; the longest that fits is taken."""

    def __init__(self, names: Iterable[str], *, as_written: bool = False) -> None:
        """`as_written` finds long names too only in the capitals and small letters they are given in."""
        written = {plain(name).strip() for name in names} - {""}
        self._whole = frozenset(written)
        by_length = sorted(written, key=lambda name: (-len(name), name))
        parts = {name: part for name in by_length if (part := _pattern(name, as_written=as_written))}
        self._pattern = re.compile("|".join(f"({part})" for part in parts.values())) if parts else None
        self._keys = tuple(parts)

    def replaced(self, text: str, with_what: Callable[[str], str]) -> str:
        """`text` with each name exchanged for what `with_what` gives for it, in its plain form; else `text` itself."""
        bare = plain(text).strip()
        if bare in self._whole:
            return with_what(bare)
        if self._pattern is None:
            return text
        if text.isascii():
            return self._pattern.sub(lambda found: with_what(self._name(found)), text)
        return self._replaced_anywhere(self._pattern, unicodedata.normalize("NFC", text), with_what) or text

    def _replaced_anywhere(
        self, pattern: re.Pattern[str], text: str, with_what: Callable[[str], str]
    ) -> str | None:
        """As `replaced`, finding each name in the plain form and cutting it out of the text as it was typed."""
        folded: list[str] = []
        places: list[int] = []
        for place, sign in enumerate(text):
            letters = _plain(sign)
            folded.append(letters)
            places += [place] * len(letters)
        kept: list[str] = []
        done = 0
        for found in pattern.finditer("".join(folded)):
            start, end = places[found.start()], places[found.end() - 1] + 1
            while end < len(text) and _unseen(text[end]) and unicodedata.combining(text[end]):
                end += 1
            kept += [text[done : max(done, start)], with_what(self._name(found))]
            done = max(done, end)
        return "".join([*kept, text[done:]]) if kept else None

    def _name(self, found: re.Match[str]) -> str:
        return self._keys[(found.lastindex or 1) - 1]

    def said_in(self, text: str) -> set[str]:
        """The names that stand in `text`, in their plain form; of those that overlap the longest."""
        return (
            {self._name(found) for found in self._pattern.finditer(plain(text))} if self._pattern else set()
        )

    def found_in(self, text: str) -> bool:
        """Whether any name stands in `text`."""
        if not text:
            return False
        bare = plain(text)
        return bare.strip() in self._whole or bool(self._pattern and self._pattern.search(bare))


def _pattern(name: str, *, as_written: bool) -> str:
    """The expression that finds a plain name; empty when it is too short to be looked for."""
    words = re.findall(LETTER + "+", name)
    letters = sum(map(len, words))
    if letters < SHORTEST:
        return "" if words or not name.strip() else re.escape(name)
    # Line breaks, emphasis, hyphens of an address and underscores of a file name may stand between the words.
    body = r"[\W_]{0,6}".join(map(re.escape, words))
    body = f"(?i:{body})" if letters >= EXACT_BELOW and not as_written else body
    before = "" if _is_joined(words[0][0]) else rf"(?<![^\W_{JOINED}])(?<![{MARKS}])"
    ending = ENDINGS if letters > SHORTEST else ""
    after = "" if _is_joined(words[-1][-1]) else rf"(?={ending}(?![^\W_{JOINED}])(?![{MARKS}]))"
    return before + body + after


@lru_cache(maxsize=1)
def _joined() -> re.Pattern[str]:
    return re.compile(f"[{JOINED}]")


def _is_joined(sign: str) -> bool:
    return _joined().match(sign) is not None
