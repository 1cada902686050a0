"""Runs a report template in Jinja2's sandbox: it sees what it is given, reads from its folder, and ends."""

import time
from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import FileSystemLoader, StrictUndefined, TemplateError, TemplateNotFound
from jinja2.environment import Environment
from jinja2.sandbox import ImmutableSandboxedEnvironment

from casebook.domain.errors import PublishError
from casebook.domain.marking import _
from casebook.publishing.order import STOPPED, PublishCancelledError
from casebook.publishing.templates import REPORT, Template

SHARED = "templates"
"""Folder below the resources that holds the macros every template may use."""
LONGEST_TEMPLATE, LONGEST_REPORT = 1_000_000, 60_000_000
"""Characters of a template, and of the HTML it makes."""
REMEMBERED = 10_000
"""Answers of the sandbox that are kept."""
PATIENCE = 30.0
"""Seconds a template may take."""

BROKEN = _("The template “{}” cannot be used ({}); nothing was written. Mend it or choose another.")
TOO_LONG = _("The template “{}” makes a report that is too long or takes too long; nothing was written.")


class _Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's own rules, asked once for each class and attribute: they look at nothing else of an object."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
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


class _FencedLoader(FileSystemLoader):
    """Loads from its folders only, links that lead out of them included."""

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        source, file, fresh = super().get_source(environment, template)
        real = Path(file).resolve()
        inside = any(real.is_relative_to(Path(folder).resolve()) for folder in self.searchpath)
        if not inside or len(source) > LONGEST_TEMPLATE:
            raise TemplateNotFound(template)
        return source, file, fresh


def render(
    template: Template, context: Mapping[str, Any], resources: Path, cancelled: Callable[[], bool]
) -> str:
    """The report's HTML.

    Raises:
        PublishError: the template is faulty, reaches for what it may not, or takes too much room or time.
        PublishCancelledError: the person stopped it.
    """
    environment = _environment(template.folder, resources / SHARED)
    parts: list[str] = []
    length, until = 0, time.monotonic() + PATIENCE
    try:
        for part in environment.get_template(REPORT).generate(context):
            parts.append(part)
            length += len(part)
            if cancelled():
                raise PublishCancelledError(STOPPED)
            if length > LONGEST_REPORT or time.monotonic() > until:
                raise PublishError(TOO_LONG.format(template.name))
    except (
        TemplateError,
        ArithmeticError,
        LookupError,
        TypeError,
        ValueError,
        AttributeError,
        RecursionError,
    ) as error:
        raise PublishError(BROKEN.format(template.name, _where(error))) from error
    return "".join(parts)


@lru_cache(maxsize=8)
def _environment(*folders: Path) -> Environment:
    """The sandbox for these folders, kept so that a template is compiled once; changed files are read anew."""
    return _Sandbox(
        loader=_FencedLoader(folders),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _where(error: Exception) -> str:
    line = getattr(error, "lineno", None)
    return f"{error}" + (f", line {line}" if line else "")
