"""How a template's own process and Casebook talk: a letter, a length and bytes, over pipes."""

import struct
from enum import StrEnum
from typing import BinaryIO

HIDDEN_COMMAND = "render-template"
"""What a frozen app, which has no Python to start, is called with."""
LARGEST = 120_000_000
"""Bytes of one message."""
_HEAD = struct.Struct(">cQ")


class Kind(StrEnum):
    """What a message holds."""

    WORK = "W"  # to the child: what to render, pickled
    ROOM = "R"  # to the child: how much room a report has, pickled; asks for a rendering
    ANSWER = "A"  # to the child: the answer to a question, pickled
    QUESTION = "Q"  # from the child: a function of Casebook's to call, as JSON
    DONE = "D"  # from the child: what came of it, text in UTF-8 or a file
    PROBLEM = "P"  # from the child: what went wrong, as JSON


def send(pipe: BinaryIO, kind: Kind, data: bytes) -> None:
    """Write one message."""
    pipe.write(_HEAD.pack(kind.encode("ascii"), len(data)) + data)
    pipe.flush()


def receive(pipe: BinaryIO) -> tuple[Kind, bytes] | None:
    """Read one message; None when the other side is gone, or says what makes no sense."""
    head = pipe.read(_HEAD.size)
    if len(head) < _HEAD.size:
        return None
    letter, length = _HEAD.unpack(head)
    try:
        kind = Kind(letter.decode("ascii", "replace"))
    except ValueError:
        return None
    if length > LARGEST:
        return None
    data = pipe.read(length)
    return (kind, data) if len(data) == length else None
