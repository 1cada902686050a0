"""Templates of one's own: copy a report, take a Word file in, rename, remove and put back, check, look names up."""

import json
import re
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from casebook import paths
from casebook.domain.case import Case
from casebook.domain.errors import CasebookError, NotFoundError, PublishError
from casebook.domain.marking import _
from casebook.domain.wording import Wording
from casebook.publishing.order import Cancelled, Materials, as_it_is, never
from casebook.publishing.templates import REPORT, SHEET, WORD, Template, find_template, template_at
from casebook.services.publishing import template_folders
from casebook.services.vocabularies import load_vocabularies

if TYPE_CHECKING:
    # Jinja2 takes a while to load; the window is shown before it is needed.
    from casebook.publishing.template_check import Finding
    from casebook.publishing.template_reference import Group

SHARED = "templates"
"""Folder of the resources with the macros every template may use."""
REMOVED = "removed-templates"
"""Folder beside the user's templates where removed ones lie until they are put back."""
EXAMPLES = "word-examples"
"""Folder of the resources with the worked examples of Word templates."""
TEXTS = frozenset({".j2", ".html", ".txt", ".toml"})
"""Endings of the files of a template that are edited as text."""
LONGEST_NAME = 60
_USED = re.compile(r"{%-?\s*(?:import|include|extends|from)\s+[\"']([^\"']+)[\"']")

NO_NAME = _("Give the template a name with at least one letter or digit.")
TAKEN = _("There is a template called “{}” already; choose another name.")
NOT_OWN = _("“{}” came with Casebook and stays as it is; duplicate it to change it.")
CANNOT = _("The template could not be written ({}); nothing was changed.")
NO_TEMPLATE = _("“{}” is no template: no folder with a report.html.j2 and no Word file (.docx).")


@attrs.frozen(kw_only=True)
class Removed:
    """A removed template, which can be put back: where it was and where it is."""

    title: str
    was: Path
    lies: Path


def duplicate(name: str, title: str) -> Template:
    """An editable copy of a report in the user's own folder, with all that it imports.

    Raises:
        NotFoundError: there is no template of that name.
        PublishError: there is one of the new name already, or the copy cannot be written.
    """
    source = find_template(name, template_folders())
    folder = _new_folder(title)
    try:
        if source.document is not None:
            folder.mkdir()
            shutil.copyfile(source.document, folder / WORD)
        else:
            shutil.copytree(source.folder, folder, ignore=shutil.ignore_patterns(".*"))
            _bring_shared(folder)
        _write_sheet(folder, source.folder / SHEET, title)
    except OSError as error:
        shutil.rmtree(folder, ignore_errors=True)
        raise PublishError(CANNOT.format(error.strerror or error)) from error
    return _made(folder)


def add_word_template(file: Path, title: str = "") -> Template:
    """Take a Word file into the user's own templates; what is wrong with it is for `check_template` to say.

    Raises:
        PublishError: there is a template of that name already, or the file cannot be copied.
    """
    title = title or file.stem
    folder = _new_folder(title)
    try:
        folder.mkdir()
        shutil.copyfile(file, folder / WORD)
        _write_sheet(folder, folder / SHEET, title)
    except OSError as error:
        shutil.rmtree(folder, ignore_errors=True)
        raise PublishError(CANNOT.format(error.strerror or error)) from error
    return _made(folder)


def free_title(wanted: str) -> str:
    """A title that no template of the user's has: "Card", "Card 2"."""
    number, title = 1, wanted
    while (paths.user_templates() / _slug(title)).exists() or _is_built_in(_slug(title)):
        number += 1
        title = f"{wanted} {number}"
    return title


def rename(template: Template, title: str) -> Template:
    """Give one of the user's own templates another title; its name in files and commands stays.

    Raises:
        PublishError: it came with Casebook, the title is empty, or it cannot be written.
    """
    _own(template)
    if not _slug(title):
        raise PublishError(NO_NAME)
    try:
        _write_sheet(template.folder, template.folder / SHEET, title.strip())
    except OSError as error:
        raise PublishError(CANNOT.format(error.strerror or error)) from error
    return _made(template.folder)


def remove(template: Template) -> Removed:
    """Take one of the user's own templates out of the list; `put_back` undoes it.

    Raises:
        PublishError: it came with Casebook, or cannot be moved.
    """
    _own(template)
    aside = paths.user_data() / REMOVED
    lies = aside / template.folder.name
    try:
        aside.mkdir(exist_ok=True)
        number = 1
        while lies.exists():
            number += 1
            lies = aside / f"{template.folder.name}-{number}"
        template.folder.rename(lies)
    except OSError as error:
        raise PublishError(CANNOT.format(error.strerror or error)) from error
    return Removed(title=template.title, was=template.folder, lies=lies)


def put_back(removed: Removed) -> Template:
    """Undo a removal.

    Raises:
        PublishError: its place is taken, or it cannot be moved.
    """
    if removed.was.exists():
        raise PublishError(TAKEN.format(removed.title))
    try:
        removed.lies.rename(removed.was)
    except OSError as error:
        raise PublishError(CANNOT.format(error.strerror or error)) from error
    return _made(removed.was)


def files_of(template: Template) -> tuple[Path, ...]:
    """The texts an HTML template consists of, the report itself first."""
    files = (
        file for file in template.folder.rglob("*") if file.suffix in TEXTS and not file.name.startswith(".")
    )
    return tuple(sorted(files, key=lambda file: (file.name != REPORT, file.as_posix())))


def fault_line(sentence: str, file: str) -> int:
    """The line of `file` that a sentence about a fault names, counted from 1; 0 when it names none of it."""
    named = re.search(rf"(?<![\w./]){re.escape(file)}, line (\d{{1,7}})", sentence) if file else None
    return int(named[1]) if named else 0


def is_users(template: Template) -> bool:
    """Whether it lies in the user's own folder, and so can be changed here."""
    return template.folder.resolve().parent == paths.user_templates().resolve()


def word_examples() -> tuple[Path, ...]:
    """The worked examples of Word templates."""
    return tuple(sorted((paths.resources() / EXAMPLES).glob("*.docx")))


def template_called(place: str) -> Template:
    """The template of that name, in that folder, or that Word file.

    Raises:
        NotFoundError: it is neither.
    """
    there = template_at(Path(place))
    return there if there is not None else find_template(place, template_folders())


def check_template(
    template: Template, translate: Callable[[str], str] = as_it_is, cancelled: Cancelled = never
) -> "Finding | None":
    """What is wrong with a template; None when it works with a full and with an empty case."""
    from casebook.publishing.template_check import check

    materials = Materials(
        vocabularies=load_vocabularies(paths.resources() / "vocabularies"),
        resources=paths.resources(),
        template_folders=template_folders(),
        translate=translate,
    )
    return check(template, materials, cancelled)


def names(wording: Wording) -> "tuple[Group, ...]":
    """Every name a template may use, with examples from the sample and, where it has none, from a made-up case."""
    from casebook.exchange.case_reading import read_file
    from casebook.publishing.example_cases import full_case
    from casebook.publishing.template_reference import reference

    examples: tuple[Case, ...] = (full_case(wording.vocabularies),)
    with suppress(CasebookError):  # without the sample there are examples all the same
        examples = (*read_file(paths.resources() / "sample" / "liberia.json"), *examples)
    return reference(examples, wording)


def _made(folder: Path) -> Template:
    made = template_at(folder)
    if made is None:
        raise NotFoundError(NO_TEMPLATE.format(folder.name))
    return made


def _own(template: Template) -> None:
    if not is_users(template):
        raise PublishError(NOT_OWN.format(template.title))


def _new_folder(title: str) -> Path:
    slug = _slug(title)
    if not slug:
        raise PublishError(NO_NAME)
    folder = paths.user_templates() / slug
    if folder.exists() or _is_built_in(slug):
        raise PublishError(TAKEN.format(title))
    return folder


def _is_built_in(slug: str) -> bool:
    return (paths.templates() / slug).exists()


def _slug(title: str) -> str:
    """Letters and digits joined by hyphens: "My handout" is my-handout."""
    return re.sub(r"[\W_]+", "-", title.lower()).strip("-")[:LONGEST_NAME].strip("-")


def _bring_shared(folder: Path) -> None:
    """Copy the shared macros a template imports beside it, and what those import."""
    waiting = [file for file in folder.rglob("*") if file.suffix == ".j2"]
    while waiting:
        for name in _USED.findall(waiting.pop().read_text(encoding="utf-8")):
            shared = paths.resources() / SHARED / name
            if shared.is_file() and not (folder / name).exists():
                shutil.copyfile(shared, folder / name)
                waiting.append(folder / name)


def _write_sheet(folder: Path, source: Path, title: str) -> None:
    """Write template.toml with a new title; what else the source says of the report stays."""
    lines = source.read_text(encoding="utf-8").splitlines() if source.is_file() else []
    kept = [line for line in lines if not re.match(r"\s*(name|title|rank)\s*=", line)]
    # A string in JSON is one in TOML.
    given = [
        f"{key} = {json.dumps(value, ensure_ascii=False)}"
        for key, value in (("name", folder.name), ("title", title))
    ]
    part = folder / f".{SHEET}.part"
    part.write_text("\n".join([*given, *kept, ""]), encoding="utf-8")
    part.replace(folder / SHEET)
