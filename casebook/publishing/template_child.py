"""The process that renders one template of the user's own, and can do nothing else."""

import dataclasses
import encodings.unicode_escape
import html
import json
import pickle
import pprint
import sys
from collections.abc import Callable, Mapping
from io import BytesIO
from typing import Any, BinaryIO, cast

import attrs
import jinja2.debug
from jinja2 import FunctionLoader, TemplateError, TemplateSyntaxError
from markupsafe import Markup, escape

from casebook.publishing import page_budget, side_by_side, views, volume
from casebook.publishing.process_limits import limit
from casebook.publishing.sandbox import StrictSandbox, generated, in_words
from casebook.publishing.template_messages import Kind, receive, send

LONGEST_PROBLEM = 500
"""Characters of what is said about a fault."""
PRELOADED = (
    *(dataclasses, encodings.unicode_escape, html, jinja2.debug, page_budget, pprint, side_by_side, views),
    volume,
)
"""Modules that are needed once no module can be loaded any more: what answers consist of, too."""
FAULTS = (
    *(TemplateError, ArithmeticError, LookupError, TypeError, ValueError, AttributeError, RecursionError),
    *(OSError, AssertionError),
)


@attrs.frozen(kw_only=True)
class Work:
    """What to render: the texts of all templates by name, or a Word file, and what they are given, pickled apart."""

    sources: Mapping[str, str] = attrs.field(factory=dict)
    main: str = ""
    word: bytes = b""
    properties: Mapping[str, str] = attrs.field(factory=dict)
    """For a Word file: what it says of itself."""
    given: bytes = b""


def stayed(number: int, names: tuple[str, ...]) -> Any:
    """Stands in what is sent for a function, or an object with names, that stayed with Casebook."""
    raise TypeError(f"{number} {names} is asked for where it is read")


class RemoteObject:
    """An object that stays with Casebook: its names are asked for there."""

    __slots__ = ("_ask", "_number", "_open")

    def __init__(self, ask: Callable[..., Any], number: int, open_: tuple[str, ...]) -> None:
        self._ask, self._number, self._open = ask, number, open_

    def __getattr__(self, name: str) -> Any:
        if name not in self._open:
            raise AttributeError(name)
        return self._ask(self._number, name, None)


class Asking:
    """Asks Casebook, and remembers what it said."""

    def __init__(self, to: BinaryIO, back: BinaryIO) -> None:
        self._to, self._back = to, back
        self._known: dict[tuple[int, str, tuple[str, ...] | None], Any] = {}

    def ask(self, number: int, name: str, args: tuple[str, ...] | None) -> Any:
        """The attribute `name` of an object, or what a function answers to `args`; a method comes back as such."""
        asked = (number, name, tuple(map(str, args)) if args is not None else None)
        if asked not in self._known:
            send(self._to, Kind.QUESTION, json.dumps(asked).encode())
            message = receive(self._back)
            if message is None:
                raise OSError("nobody answers")
            answer = _Given(message[1], self).load()
            if answer == {"method": name}:
                answer = lambda *given: self.ask(number, name, given)  # noqa: E731
            self._known[asked] = answer
        return self._known[asked]


class _Given(pickle.Unpickler):
    """Reads what a template is given; what could not travel is asked for."""

    def __init__(self, data: bytes, asking: Asking) -> None:
        super().__init__(BytesIO(data))
        self._asking = asking

    def find_class(self, module: str, name: str) -> Any:
        """A class or function by name; for what stayed behind, something that asks for it."""
        return (
            self._stayed
            if (module, name) == ("casebook.publishing.template_child", "stayed")
            else super().find_class(module, name)
        )

    def _stayed(self, number: int, names: tuple[str, ...]) -> Any:
        if names:
            return RemoteObject(self._asking.ask, number, names)
        return lambda *args: self._asking.ask(number, "", args)


def main() -> None:
    """Read what to do, give up all else, and render as often as is asked."""
    to, back = sys.stdout.buffer, sys.stdin.buffer
    message = receive(back)
    if message is None:
        return
    work = cast("Work", pickle.loads(message[1]))  # noqa: S301 - it is Casebook's
    given = _Given(work.given, Asking(to, back)).load()
    render = _word(work) if work.word else _html(work)
    limit()
    while (message := receive(back)) is not None:
        room = pickle.loads(message[1])  # noqa: S301 - it is Casebook's
        try:
            made = render({**given, "room": room})
        except MemoryError:
            send(to, Kind.PROBLEM, b'{"much": true}')
        except FAULTS as error:
            send(to, Kind.PROBLEM, json.dumps(problem(error)).encode())
        else:
            send(to, Kind.DONE, made)


Render = Callable[[Mapping[str, Any]], bytes]


def _html(work: Work) -> Render:
    def load(name: str) -> tuple[str, str, None] | None:
        source = work.sources.get(name)
        return (source, name, None) if source is not None else None

    environment = StrictSandbox(loader=FunctionLoader(load), cache_size=1000)

    def render(given: Mapping[str, Any]) -> bytes:
        for name in work.sources:
            # What is read by another template is read before levels are counted; its faults count only where it is used.
            try:
                environment.get_template(name)
            except TemplateSyntaxError:
                if name == work.main:
                    raise
        return generated(environment.get_template(work.main), given).encode("utf-8", "replace")

    return render


def _word(work: Work) -> Render:
    from casebook.publishing.word_rendering import WordDocument, warm_up

    environment = StrictSandbox(trim_blocks=False, lstrip_blocks=False, finalize=as_xml)
    warm_up(environment)
    document = WordDocument(work.word)

    def render(given: Mapping[str, Any]) -> bytes:
        return document.rendered(given, environment, work.properties)

    return render


def as_xml(value: Any) -> Markup:
    """A value as the text of a Word file; what the Word renderer reads as its own signs is written as a number."""
    return Markup(str(escape(value)).replace("_", "&#95;"))  # noqa: S704 - it is escaped


def problem(error: BaseException) -> dict[str, Any]:
    """What went wrong, in which template, at which line."""
    said = in_words(error)
    name, line = getattr(error, "name", None), getattr(error, "lineno", None)
    trace = error.__traceback__
    while trace is not None and not isinstance(error, TemplateSyntaxError):
        file = trace.tb_frame.f_code.co_filename
        if trace.tb_frame.f_globals.get("__jinja_template__") is not None or file.endswith(".j2"):
            name, line = file, trace.tb_lineno
        trace = trace.tb_next
    return {"said": said[:LONGEST_PROBLEM], "name": name, "line": line, **getattr(error, "place", {})}


if __name__ == "__main__":
    main()
