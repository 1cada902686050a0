"""Renders any template: built-in ones here, those of the user's own in a process of theirs."""

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from casebook.domain.errors import PublishError
from casebook.domain.marking import _
from casebook.publishing.converters import FILLED
from casebook.publishing.job import Job
from casebook.publishing.page_budget import Room
from casebook.publishing.plain_names import as_html, as_words, plain_names
from casebook.publishing.rendering import SHARED, render
from casebook.publishing.sandbox import LONGEST_TEMPLATE
from casebook.publishing.template_child import Work
from casebook.publishing.template_process import template_process
from casebook.publishing.templates import REPORT, Template

ENDINGS = (".j2", ".html", ".txt")
"""What the texts of a template may end with."""
MOST_FILES, DEEPEST = 100, 3
"""Files of a template, and folders within its folder."""
FOR_WORD = ("report", "withheld", "tr")
"""What a Word template is given beside `fields` and `entries`."""
UNREADABLE = _("The template “{}” cannot be read ({}); nothing was written.")


@contextmanager
def html_renderer(template: Template, given: Mapping[str, Any], job: Job) -> Iterator[Callable[[Room], str]]:
    """What turns an amount of room into the report's HTML.

    Raises:
        PublishError: the template cannot be read; as `render` when it is called.
    """
    if not template.own:
        yield lambda room: render(template, {**given, "room": room}, job.resources, job.cancelled)
        return
    work = Work(sources=sources_of(template, job.resources), main=REPORT)
    everything = {**given, **plain_names(given, as_html)}
    with template_process(template.title, work, everything, job.cancelled) as process:
        yield lambda room: process.render(room).decode("utf-8", "replace")


def fill_word(template: Template, given: Mapping[str, Any], job: Job) -> None:
    """Fill a Word template and put the file into the job's folder.

    Raises:
        PublishError: it is no Word file that can be used safely, it is faulty, or what it makes cannot be opened.
    """
    from casebook.publishing.word_templates import filled

    data = filled(template, word_given(given), job.facts, job.cancelled)
    (job.folder / FILLED).write_bytes(data)


def word_given(given: Mapping[str, Any]) -> dict[str, Any]:
    """What a Word template may use: words, no HTML."""
    return {**{name: given[name] for name in FOR_WORD}, **plain_names(given, as_words)}


def sources_of(template: Template, resources: Path) -> dict[str, str]:
    """The text of every file a template may include, by name; its own come before the shared ones.

    Raises:
        PublishError: one cannot be read, or they are too many or too long.
    """
    found: dict[str, str] = {}
    for folder in (template.folder, resources / SHARED):
        for file in _files(folder):
            try:
                text = file.read_text(encoding="utf-8")
            except (OSError, UnicodeDecodeError) as error:
                raise PublishError(UNREADABLE.format(template.title, f"{file.name}: {error}")) from error
            found.setdefault(file.relative_to(folder).as_posix(), text)
    return found


def _files(folder: Path) -> Iterator[Path]:
    """The texts in a folder, none that lies elsewhere and is only linked to."""
    root, count = folder.resolve(), 0
    for here, folders, names in os.walk(folder):
        if len(Path(here).relative_to(folder).parts) >= DEEPEST:
            folders.clear()
        for name in sorted(names):
            file = Path(here, name)
            if name.endswith(ENDINGS) and file.is_file() and file.resolve().is_relative_to(root):
                if file.stat().st_size > LONGEST_TEMPLATE:
                    raise PublishError(UNREADABLE.format(folder.name, f"{name} is too long"))
                count += 1
                if count > MOST_FILES:
                    raise PublishError(UNREADABLE.format(folder.name, f"it has more than {MOST_FILES} files"))
                yield file
