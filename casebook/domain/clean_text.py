"""Plain text from outside without what is not text: no control signs, nothing hidden, nothing endless."""

import re

LONGEST = 400_000
"""Characters taken from one text; some sixty thousand words."""

_UNWANTED = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffc\ufffe\uffff"  # not text
    "\u00ad\u200b\u2060\ufeff"  # not seen
    "\u202d\u202e]"  # reads in another order than it is stored; isolates stay, right-to-left scripts need them
)
_BREAKS = re.compile(r"\r\n?|[\u2028\u2029\x0b\x0c\x85]")


def cleaned(text: str) -> str:
    """Plain text with line breaks as \\n and without control or invisible characters."""
    return _UNWANTED.sub("", _BREAKS.sub("\n", text[:LONGEST]))


def one_line(text: str, longest: int) -> str:
    """Plain text on one line of at most `longest` characters, with single spaces."""
    return " ".join(cleaned(text).split())[:longest].rstrip()
