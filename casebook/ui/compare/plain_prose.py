"""Markdown as words to be read in a narrow cell: without its signs, lists with dots."""

import re

LONGEST = 12_000
"""Characters of one text that a cell shows; the rest is read in Write."""

_STEPS = (
    (re.compile(r"^\s{0,3}#{1,6}\s+", re.MULTILINE), ""),
    (re.compile(r"^\s{0,3}>\s?", re.MULTILINE), ""),
    (re.compile(r"^(\s*)[-*+]\s+", re.MULTILINE), r"\1• "),
    (re.compile(r"!?\[([^\]\n]{0,400})\]\([^)\s]{0,2000}\)"), r"\1"),
    (re.compile(r"(\*\*|__)(?=\S)([^\n]{1,2000}?)(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<![\w*])\*(?=\S)([^*\n]{1,2000}?)(?<=\S)\*(?![\w*])"), r"\1"),
    (re.compile(r"\n{3,}"), "\n\n"),
)


def plain_prose(text: str) -> str:
    """The words of a Markdown text, its beginning where it is very long."""
    words = text[:LONGEST]
    for sought, put in _STEPS:
        words = sought.sub(put, words)
    return words.strip() + (" …" if len(text) > LONGEST else "")
