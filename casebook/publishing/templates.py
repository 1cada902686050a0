"""Finds report templates, built-in and the user's own."""

import tomllib
from collections.abc import Sequence
from pathlib import Path

import attrs

from casebook.domain.errors import NotFoundError
from casebook.domain.marking import _

SHEET, REPORT = "template.toml", "report.html.j2"
LONGEST_SHEET = 20_000
"""Bytes of template.toml."""
ONE, MANY = "one", "many"
"""Of how many cases a report is made: `cases` in template.toml."""
REPORT_LOOK, LAST = "report", 1000
"""The look of a template that names none, and the place in lists of one that claims none."""

NO_TEMPLATE = _("There is no report template called “{}”; the ones at hand are {}.")


@attrs.frozen(kw_only=True)
class Template:
    """A report template: a folder with template.toml and report.html.j2; empty `formats` means every format.

    `max_pages` is how many pages the PDF may have, 0 for any number; `look` one of those in look.typ; `rank` its place
    in lists; `sections` the parts and sections it draws on in an order of its own, empty when it prints all of them in
    any order; `many` whether one report is made of all the cases together.
    """

    name: str
    title: str
    description: str = ""
    formats: tuple[str, ...] = ()
    max_pages: int = 0
    look: str = REPORT_LOOK
    rank: int = LAST
    sections: tuple[str, ...] = ()
    many: bool = False
    folder: Path


def find_templates(folders: Sequence[Path]) -> tuple[Template, ...]:
    """Every usable template below the folders, by rank and title; of two with one name the first folder's is taken."""
    found: dict[str, Template] = {}
    for folder in folders:
        for sheet in sorted(folder.glob(f"*/{SHEET}")):
            template = _read(sheet)
            if template is not None:
                found.setdefault(template.name, template)
    return tuple(sorted(found.values(), key=lambda template: (template.rank, template.title)))


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
    formats, look = data.get("formats", []), data.get("look", REPORT_LOOK)
    pages, rank = data.get("max_pages", 0), data.get("rank", LAST)
    sections = data.get("sections", [])
    if not (isinstance(name, str) and isinstance(title, str) and isinstance(formats, list)):
        return None
    if not isinstance(sections, list):
        return None
    if not (isinstance(look, str) and isinstance(pages, int) and isinstance(rank, int)):
        return None
    if (cases := data.get("cases", ONE)) not in (ONE, MANY):
        return None
    return Template(
        name=name,
        title=title,
        description=str(data.get("description", "")),
        formats=tuple(str(key) for key in formats),
        max_pages=pages,
        look=look,
        rank=rank,
        sections=tuple(str(key) for key in sections),
        many=cases == MANY,
        folder=sheet.parent,
    )
