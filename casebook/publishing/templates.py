"""Finds report templates, built-in and the user's own, and runs them in Jinja2's sandbox."""

import time
import tomllib
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import attrs
from jinja2 import FileSystemLoader, StrictUndefined, TemplateError, TemplateNotFound
from jinja2.environment import Environment
from jinja2.sandbox import ImmutableSandboxedEnvironment

from casebook.domain.errors import NotFoundError, PublishError
from casebook.domain.marking import _
from casebook.publishing.order import PublishCancelledError

SHEET, REPORT = "template.toml", "report.html.j2"
SHARED = "templates"
"""Folder below the resources that holds the macros every template may use."""
LONGEST_SHEET, LONGEST_TEMPLATE, LONGEST_REPORT = 20_000, 1_000_000, 60_000_000
"""Bytes of template.toml, bytes of a template, characters of the HTML it makes."""
PATIENCE = 30.0
"""Seconds a template may take."""

NO_TEMPLATE = _("There is no report template called “{}”; the ones at hand are {}.")
BROKEN = _("The template “{}” cannot be used ({}); nothing was written. Mend it or choose another.")
TOO_LONG = _("The template “{}” makes a report that is too long or takes too long; nothing was written.")
STOPPED = _("Stopped; nothing was written.")


@attrs.frozen(kw_only=True)
class Template:
    """A report template: a folder with template.toml and report.html.j2; empty `formats` means every format."""

    name: str
    title: str
    description: str = ""
    formats: tuple[str, ...] = ()
    folder: Path


def find_templates(folders: Sequence[Path]) -> tuple[Template, ...]:
    """Every usable template below the folders, by title; of two with one name the first folder's is taken."""
    found: dict[str, Template] = {}
    for folder in folders:
        for sheet in sorted(folder.glob(f"*/{SHEET}")):
            template = _read(sheet)
            if template is not None:
                found.setdefault(template.name, template)
    return tuple(sorted(found.values(), key=lambda template: template.title))


def find_template(name: str, folders: Sequence[Path]) -> Template:
    """The template of that name.

    Raises:
        NotFoundError: there is none.
    """
    templates = find_templates(folders)
    for template in templates:
        if template.name == name:
            return template
    raise NotFoundError(NO_TEMPLATE.format(name, ", ".join(f"“{t.name}”" for t in templates) or "–"))


def _read(sheet: Path) -> Template | None:
    """The template a sheet describes; None when it is damaged, for one bad folder must not hide the others."""
    try:
        if sheet.stat().st_size > LONGEST_SHEET or not (sheet.parent / REPORT).is_file():
            return None
        data = tomllib.loads(sheet.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        return None
    name, title = data.get("name", sheet.parent.name), data.get("title")
    formats = data.get("formats", [])
    if not (isinstance(name, str) and isinstance(title, str) and isinstance(formats, list)):
        return None
    return Template(
        name=name,
        title=title,
        description=str(data.get("description", "")),
        formats=tuple(str(key) for key in formats),
        folder=sheet.parent,
    )


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
    return ImmutableSandboxedEnvironment(
        loader=_FencedLoader(folders),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _where(error: Exception) -> str:
    line = getattr(error, "lineno", None)
    return f"{error}" + (f", line {line}" if line else "")
