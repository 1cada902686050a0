"""Runs a report template in Jinja2's sandbox: it sees what it is given, reads from its folder, and ends."""

import time
from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import TemplateError
from jinja2.environment import Environment

from casebook.domain.errors import PublishError
from casebook.domain.marking import _
from casebook.publishing.order import STOPPED, PublishCancelledError
from casebook.publishing.sandbox import FencedLoader, Sandbox
from casebook.publishing.templates import REPORT, Template

SHARED = "templates"
"""Folder below the resources that holds the macros every template may use."""
LONGEST_REPORT = 60_000_000
"""Characters of the HTML a template makes."""
PATIENCE = 30.0
"""Seconds a template may take."""

BROKEN = _("The template “{}” cannot be used ({}); nothing was written. Mend it or choose another.")
TOO_LONG = _("The template “{}” makes a report that is too long or takes too long; nothing was written.")


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
    return Sandbox(loader=FencedLoader(folders))


def _where(error: Exception) -> str:
    line = getattr(error, "lineno", None)
    return f"{error}" + (f", line {line}" if line else "")
