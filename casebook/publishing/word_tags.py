"""Finds the tags in a Word template, says where each stands, and what is wrong with them before one is run."""

import re
from collections.abc import Iterator
from typing import Any

import attrs
from jinja2 import TemplateSyntaxError
from jinja2.environment import Environment

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TAG = re.compile(r"{%.*?%}|{{.*?}}|{#.*?#}", re.DOTALL)
_OPENED = re.compile(r"{[%{#]")
_PARTS = re.compile(r"{%[-+]?(?P<reach>tr|tc|p|r)? *(?P<word>\w+)(?P<rest>.*?)[-+]?%}", re.DOTALL)
_VALUE = re.compile(r"{{[-+]?(?:(?:tr|tc|p|r) )?(?P<value>.*?)[-+]?}}", re.DOTALL)
BLOCKS = {
    "for": "endfor",
    "if": "endif",
    "macro": "endmacro",
    "call": "endcall",
    "filter": "endfilter",
    "with": "endwith",
}
MIDDLES = {"else": ("for", "if"), "elif": ("if",)}
ALONE = ("colspan", "cellbg", "vm", "hm")
"""Tags of the Word renderer's own that stand alone."""
QUOTES = str.maketrans("“”‘’", "\"\"''")

MISSING = "“{}” is missing in {}: “{}” opens something there"
STRAY = "“{}” in {} closes nothing"
OTHER = "“{}” in {} closes “{}” in {}; “{}” is missing"
REACH = "“{}” in {} belongs to “{}”; both need the same letters after “{{%”"
UNCLOSED = "“{}” in {} does not end with “{}”"
SYNTAX = "“{}” in {} cannot be read ({})"


@attrs.frozen(kw_only=True)
class Tag:
    """A tag as typed, and the paragraph or table it stands in, in words."""

    text: str
    where: str


def tags(root: Any, part: str = "") -> Iterator[tuple[str, str]]:
    """Each paragraph of a part, as (where it stands, its text); `part` names a header or footer."""
    tables = {table: number for number, table in enumerate(root.iter(f"{W}tbl"), 1)}
    number = 0
    for paragraph in root.iter(f"{W}p"):
        text = "".join(node.text or "" for node in paragraph.iter(f"{W}t"))
        row = next(paragraph.iterancestors(f"{W}tr"), None)
        if row is None:
            number += 1
            yield f"{part}, paragraph {number}" if part else f"paragraph {number}", text
            continue
        table = next(row.iterancestors(f"{W}tbl"))
        place = sum(1 for _row in row.itersiblings(f"{W}tr", preceding=True)) + 1
        yield f"{part + ', ' if part else ''}table {tables[table]}, row {place}", text


def found(paragraphs: list[tuple[str, str]]) -> list[Tag]:
    """Every tag in order."""
    return [Tag(text=tag, where=where) for where, text in paragraphs for tag in TAG.findall(text)]


def faults(paragraphs: list[tuple[str, str]], environment: Environment) -> list[str]:
    """What is wrong with the tags of a part, one sentence each, in order."""
    said = [
        UNCLOSED.format(rest[:40], where, {"%": "%}", "{": "}}", "#": "#}"}[rest[1]])
        for where, text in paragraphs
        for rest in [_left_open(text)]
        if rest
    ]
    every = found(paragraphs)
    return said + _unbalanced(every) + [fault for tag in every for fault in _unreadable(tag, environment)]


def _left_open(text: str) -> str:
    rest = TAG.sub(lambda match: " " * len(match[0]), text)
    opened = _OPENED.search(rest)
    return rest[opened.start() :] if opened else ""


def _unbalanced(every: list[Tag]) -> list[str]:
    said: list[str] = []
    open_: list[tuple[Tag, str, str]] = []
    for tag in every:
        parts = _PARTS.match(tag.text)
        if parts is None:
            continue
        word, reach = parts["word"], parts["reach"] or ""
        if word in BLOCKS:
            open_.append((tag, word, reach))
        elif word in MIDDLES:
            if not open_ or open_[-1][1] not in MIDDLES[word]:
                said.append(STRAY.format(tag.text, tag.where))
        elif word in BLOCKS.values():
            if not open_:
                said.append(STRAY.format(tag.text, tag.where))
                continue
            opener, opened, at = open_.pop()
            if BLOCKS[opened] != word:
                wanted = _closing(opened, at)
                said.append(OTHER.format(tag.text, tag.where, opener.text, opener.where, wanted))
            elif at != reach:
                said.append(REACH.format(tag.text, tag.where, opener.text))
    said += [
        MISSING.format(_closing(word, at), _place(tag.where), tag.text) for tag, word, at in reversed(open_)
    ]
    return said


def _closing(word: str, reach: str) -> str:
    return f"{{%{reach} {BLOCKS[word]} %}}"


def _place(where: str) -> str:
    """The table, for what opens in one of its rows; else the paragraph."""
    return where.rpartition(", row ")[0] or where


def _unreadable(tag: Tag, environment: Environment) -> Iterator[str]:
    """A sentence when a tag by itself is no Jinja."""
    text = tag.text.translate(QUOTES)
    value, block = _VALUE.match(text), _PARTS.match(text)
    if value is not None:
        probe = "{{" + value["value"] + "}}"
    elif block is None or block["word"] in (*ALONE, *BLOCKS.values(), "else") or text.startswith("{#"):
        return
    elif block["word"] == "elif":
        probe = "{% if" + block["rest"] + "%}{% endif %}"
    elif block["word"] in BLOCKS:
        probe = "{% " + block["word"] + block["rest"] + "%}{% " + BLOCKS[block["word"]] + " %}"
    else:
        probe = "{% " + block["word"] + block["rest"] + "%}"
    try:
        environment.parse(probe)
    except TemplateSyntaxError as error:
        yield SYNTAX.format(tag.text, tag.where, error.message)
