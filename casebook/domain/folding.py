"""Text as it is searched: letter case, accents and the variants of a letter do not matter, in any script."""

import re
import unicodedata
from functools import lru_cache

PARTED = "\u200b"
"""Zero width space: stands between the signs of scripts that are written without spaces, so that each is a word."""

# Han, kana, bopomofo, Thai, Lao, Khmer, Myanmar, Tibetan: Unicode's scripts without spaces between words (UAX 14, class SA,
# and the ideographs of UAX 24); vowel signs and tone marks stay with the letter before them.
_UNSPACED = (
    "\u0e01-\u0e30\u0e32\u0e33\u0e40-\u0e46\u0e81-\u0eb0\u0eb2\u0eb3\u0ebd-\u0ec6\u1000-\u102a\u1780-\u17b3"
    "\u0f40-\u0f6c\u3005-\u3007\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u3105-\u312f\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9d\U00020000-\U0003ffff"
)
_MARKS = "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ecd\u102b-\u103e\u17b4-\u17d3\u0f71-\u0f84\u3099\u309a"
_BOUNDARY = re.compile(
    f"(?<=[^\\W_])(?=[{_UNSPACED}])|(?<=[{_MARKS}])(?=[{_UNSPACED}])|(?<=[{_UNSPACED}{_MARKS}])(?=[^\\W_])"
)
_POINTS = "\u0640\u064b-\u065f\u0670"
# The article, alone or with the "and", "by", "as" before it, is written as one with its word; who looks for "partnership"
# looks for "the partnership" too (Arabic: the prefixes of the light stemmer of Larkey, Ballesteros and Connell 2002).
_ARTICLE = re.compile(
    f"(?<![^\\W_])(?<![{_POINTS}])([وفبك][{_POINTS}]*)?((?:[اٱ]|ل[{_POINTS}]*(?=ل))[{_POINTS}]*ل[{_POINTS}]*)(?=[^\\W_{_POINTS}])"
)
_HAS_UNSPACED = re.compile(f"[{_UNSPACED}]")

# Letters that are typed one for another (Arabic: as in the light normalisation of Larkey, Ballesteros and Connell 2002).
_VARIANTS = str.maketrans(
    {
        "أ": "ا",
        "إ": "ا",
        "آ": "ا",
        "ٱ": "ا",
        "ى": "ي",
        "ی": "ي",
        "ئ": "ي",
        "ؤ": "و",
        "ة": "ه",
        "ک": "ك",
        "ё": "е",
        "Ё": "е",
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ı": "i",
        "’": "'",
        "ـ": None,  # tatweel, which only stretches a word
    }
)
_FOREIGN = re.compile("[^\\x00-\\x7f]+")
_INDIA = range(0x900, 0xE00)
"""The scripts of India, in which a mark is no accent."""


def parted(text: str) -> str:
    """`text` with PARTED between the signs of scripts without spaces, and after an Arabic article; all else as it is."""
    if text.isascii():
        return text
    # First, for an article may begin where a script without spaces ends.
    if _HAS_UNSPACED.search(text):
        text = _BOUNDARY.sub(PARTED, text)
    return _ARTICLE.sub(_part_article, text) if "ل" in text else text


def _part_article(match: re.Match[str]) -> str:
    before, article = match.groups()
    return f"{before}{PARTED}{article}{PARTED}" if before else article + PARTED


def in_word(sign: str) -> bool:
    """Whether a sign is part of a word; letters and figures are, and the marks on them."""
    category = unicodedata.category(sign)
    return category[0] in "LNM" or category == "Co"


def folded(text: str) -> str:
    """`text` in small letters without accents and vowel points; words stay apart where they were, in the same number."""
    return text.lower() if text.isascii() else _FOREIGN.sub(_fold_match, text.lower())


def _fold_match(match: re.Match[str]) -> str:
    return _folded_run(match[0])


@lru_cache(maxsize=20_000)
def _folded_run(run: str) -> str:
    """A run of signs beyond ASCII; the same few hundred make up most texts."""
    apart = unicodedata.normalize("NFKD", run.casefold().translate(_VARIANTS))
    bare = "".join(sign for sign in apart if not unicodedata.combining(sign) or ord(sign) in _INDIA)
    return bare.casefold().translate(_VARIANTS)
