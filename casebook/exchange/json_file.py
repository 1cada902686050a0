"""Reads JSON from outside with its limits held: size, depth, no key twice, no number that is none."""

import json
import math
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NoReturn

from casebook.domain.errors import FormatError

LARGEST = 64 * 1024 * 1024
"""Bytes of a file that is read at all; the longest case anybody is likely to write is a hundredth of it."""

DEEPEST = 32
"""Levels that lists and objects may stand in one another; a case needs six."""


def read_json(path: Path) -> Any:
    """The JSON value in a file.

    Raises:
        FormatError: it cannot be read, is too large, or is not JSON within the limits of `json_of`.
    """
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise FormatError(f"“{path.name}” could not be read: {error.strerror}.") from error
    return json_of(data)


def json_of(data: bytes) -> Any:
    """The JSON value in `data`.

    Raises:
        FormatError: larger than LARGEST, deeper than DEEPEST, not UTF-8, not JSON, a key twice in one object,
            or a number no computer can hold.
    """
    if len(data) > LARGEST:
        raise FormatError(f"The file is larger than {LARGEST // 1024**2} megabytes, which no case is.")
    try:
        text = data.decode("utf-8-sig")
        value = json.loads(text, object_pairs_hook=_object, parse_float=_finite, parse_constant=_not_a_number)
    except UnicodeDecodeError as error:
        raise FormatError("The file is not UTF-8 text, so it cannot be JSON.") from error
    except json.JSONDecodeError as error:
        raise FormatError(
            f"The file is not JSON: line {error.lineno} breaks off or has a sign too many."
        ) from error
    except RecursionError as error:
        raise FormatError(_TOO_DEEP) from error
    except ValueError as error:  # a whole number of more than 4,300 digits
        raise FormatError("The file holds a number that is too long to be one.") from error
    if _depth_exceeds(value, DEEPEST):
        raise FormatError(_TOO_DEEP)
    return value


_TOO_DEEP = f"The file nests lists more than {DEEPEST} levels deep, which no case does."


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) != len(pairs):
        seen: set[str] = set()
        twice = next(key for key, _ in pairs if key in seen or seen.add(key))  # type: ignore[func-returns-value]
        raise FormatError(
            f"The file gives “{twice[:40]}” twice in one place, so it is not clear which counts."
        )
    return made


def _finite(digits: str) -> float:
    value = float(digits)
    if not math.isfinite(value):
        raise FormatError(f"“{digits[:20]}” is larger than any number a case can hold.")
    return value


def _not_a_number(name: str) -> NoReturn:
    raise FormatError(f"“{name}” is not a number.")


def _depth_exceeds(value: Any, limit: int) -> bool:
    layer = [value]
    for _ in range(limit):
        layer = [inner for outer in layer for inner in _inside(outer)]
        if not layer:
            return False
    return True


def _inside(value: Any) -> Iterator[Any]:
    if isinstance(value, dict):
        yield from value.values()
    elif isinstance(value, list):
        yield from value
