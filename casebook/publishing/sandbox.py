"""The rules templates run under: what they may look at, call, multiply and load."""

import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from difflib import get_close_matches
from functools import wraps
from pathlib import Path
from types import BuiltinFunctionType, GeneratorType
from typing import Any

from jinja2 import FileSystemLoader, StrictUndefined, TemplateNotFound, Undefined
from jinja2.environment import Environment, Template
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

LONGEST_TEMPLATE = 1_000_000
"""Characters of a template."""
LONGEST_PAGE, LONGEST_WORD = 5_000_000, 20_000_000
"""Characters of the HTML, and of the text of a Word file, that a template of the user's own may make; of the HTML about
a thousand pages, which typeset in a gigabyte and a half."""
LONGEST_VALUE = 1_000_000
"""Characters, or items, that one step of a template may make."""
LARGEST_NUMBER = 100_000
"""A number that says how wide, how many or how often."""
LARGEST_POWER = 4_000
"""Bits of a whole number that a template may reckon with."""
LEVELS = 150
"""Calls within calls; a macro that calls itself takes about four of them each time."""
REMEMBERED = 10_000
"""Answers of the sandbox that are kept."""
WIDENING = (
    "batch",
    "center",
    "filesizeformat",
    "format",
    "indent",
    "round",
    "slice",
    "tojson",
    "truncate",
    "wordwrap",
)
"""Filters that make as much as a number tells them to."""
_WIDTH = re.compile(r"\d{5,}")
TOO_MUCH = "one step makes more than a report can hold"
FORBIDDEN = "a template may not use “{}”"
UNKNOWN, MEANT = "there is no “{}” here", "; “{}” was perhaps meant"
NESTED = "it calls itself too often, or nests too deep"
UNREADABLE = "“{}” cannot be included; only the files of the template can be"


def in_words(error: BaseException) -> str:
    """What is wrong with a template, in half a sentence."""
    if isinstance(error, RecursionError):
        return NESTED
    if isinstance(error, TemplateNotFound):
        return UNREADABLE.format(error)
    return str(error) or type(error).__name__


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's own rules, asked once for each class and attribute: they look at nothing else of an object."""

    def __init__(self, **options: Any) -> None:
        super().__init__(
            **{
                "autoescape": True,
                "undefined": StrictUndefined,
                "trim_blocks": True,
                "lstrip_blocks": True,
                **options,
            }
        )
        self._answers: dict[tuple[type, str], bool] = {}

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Whether a template may read `attr` of `obj`."""
        asked = (type(obj), attr)
        answer = self._answers.get(asked)
        if answer is None:
            answer = super().is_safe_attribute(obj, attr, value)
            if len(self._answers) < REMEMBERED:
                self._answers[asked] = answer
        return answer


class Unknown(StrictUndefined):
    """A name a template uses that nobody knows; says which one was perhaps meant."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        if self._undefined_hint:
            return self._undefined_hint
        name, known = str(self._undefined_name), list(getattr(self._undefined_obj, "__dict__", ()))
        near = get_close_matches(name, known, 1)
        return UNKNOWN.format(name) + (MEANT.format(near[0]) if near else "")


class StrictSandbox(Sandbox):
    """For templates of the user's own: no classes, no insides of functions, nothing that multiplies beyond measure."""

    intercepted_binops = frozenset({"*", "**", "%", "//", "/"})

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"undefined": Unknown, **options})
        self.globals.pop("lipsum", None)
        for name in WIDENING:
            self.filters[name] = _measured(self.filters[name])
        self._makers = tuple(self.globals[name] for name in ("dict", "namespace", "cycler", "joiner"))

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Not the insides of classes, functions and generators, whatever they are called."""
        if isinstance(obj, type | GeneratorType | BuiltinFunctionType) or (
            callable(obj) and not _from_jinja(obj)
        ):
            return False
        return super().is_safe_attribute(obj, attr, value)

    def unsafe_undefined(self, obj: Any, attribute: str) -> Undefined:
        """What a template gets of a thing it may not look at: a fault as soon as it uses it."""
        return self.undefined(FORBIDDEN.format(attribute), name=attribute, obj=obj, exc=SecurityError)

    def is_safe_callable(self, obj: Any) -> bool:
        """No class, but for the four that Jinja itself offers."""
        if isinstance(obj, type):
            return any(obj is maker for maker in self._makers)
        return super().is_safe_callable(obj)

    def call(self, context: Context, obj: Any, *args: Any, **kwargs: Any) -> Any:
        """Call something that a template holds."""
        _hold(args, kwargs)
        if isinstance(getattr(obj, "__self__", None), str):
            _hold_widths(obj.__self__)
        return super().call(context, obj, *args, **kwargs)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Reckon, when what comes of it is not too much."""
        if (
            _length_of(operator, left, right) > LONGEST_VALUE
            or _bits_of(operator, left, right) > LARGEST_POWER
        ):
            raise SecurityError(TOO_MUCH)
        if operator == "%" and isinstance(left, str):
            _hold_widths(left)
        return super().call_binop(context, operator, left, right)


@contextmanager
def shallow() -> Iterator[None]:
    """Within it nothing may call itself many times; for a process of its own, since it holds for all its threads."""
    usual = sys.getrecursionlimit()
    sys.setrecursionlimit(LEVELS)
    try:
        yield
    finally:
        sys.setrecursionlimit(usual)


def generated(template: Template, given: Mapping[str, Any], most: int = LONGEST_PAGE) -> str:
    """What a template makes, at most so many characters.

    Raises:
        MemoryError: it is too long.
        TemplateError, RecursionError and others: the template is faulty.
    """
    parts: list[str] = []
    length = 0
    with shallow():
        for part in template.generate(given):
            parts.append(part)
            length += len(part)
            if length > most:
                raise MemoryError
    return "".join(parts)


class FencedLoader(FileSystemLoader):
    """Loads from its folders only, links that lead out of them included."""

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """The text of a template."""
        source, file, fresh = super().get_source(environment, template)
        real = Path(file).resolve()
        inside = any(real.is_relative_to(Path(folder).resolve()) for folder in self.searchpath)
        if not inside or len(source) > LONGEST_TEMPLATE:
            raise TemplateNotFound(template)
        return source, file, fresh


def _from_jinja(obj: Any) -> bool:
    """A macro, a loop or a cycler: what Jinja makes callable and lets templates look at."""
    return type(obj).__module__.startswith("jinja2.")


def _measured(filter_: Callable[..., Any]) -> Callable[..., Any]:
    """The filter, which refuses to make something too wide."""

    @wraps(filter_)
    def measured(*args: Any, **kwargs: Any) -> Any:
        _hold(args, kwargs)
        for value in args:
            if isinstance(value, str) and "%" in value:
                _hold_widths(value)
        return filter_(*args, **kwargs)

    return measured


def _hold(args: Sequence[Any], kwargs: Mapping[str, Any]) -> None:
    for value in (*args, *kwargs.values()):
        if isinstance(value, int | float) and abs(value) > LARGEST_NUMBER:
            raise SecurityError(TOO_MUCH)


def _hold_widths(text: str) -> None:
    """Refuse a format that asks for a width of five digits or more."""
    if _WIDTH.search(text) and ("%" in text or "{" in text):
        raise SecurityError(TOO_MUCH)


def _length_of(operator: str, left: Any, right: Any) -> int:
    if operator != "*":
        return 0
    for value, times in ((left, right), (right, left)):
        if isinstance(value, str | list | tuple | bytes) and isinstance(times, int):
            return len(value) * max(times, 0)
    return 0


def _bits_of(operator: str, left: Any, right: Any) -> int:
    if not isinstance(left, int) or not isinstance(right, int):
        return 0
    if operator == "**":
        return left.bit_length() * max(right, 0)
    return left.bit_length() + right.bit_length() if operator == "*" else 0
