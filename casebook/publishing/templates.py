"""Finds report templates, built-in and the user's own."""

import tomllib
from collections.abc import Sequence
from pathlib import Path

import attrs

from casebook import paths
from casebook.domain.errors import NotFoundError
from casebook.domain.marking import _

SHEET, REPORT, WORD = "template.toml", "report.html.j2", "report.docx"
WORD_ENDING, WORD_FORMAT = ".docx", "docx"
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

    In place of report.html.j2 a template may be a Word file, the `document`; it makes Word files only.

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
    document: Path | None = None

    @property
    def own(self) -> bool:
        """Whether it did not come with Casebook, and so is trusted with nothing."""
        return self.folder.resolve().parent != paths.templates().resolve()


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
    """The template of that name, or the one that lies there when `name` is a folder or a Word file.

    Raises:
        NotFoundError: there is none.
    """
    templates = find_templates(folders)
    for template in templates:
        if template.name == name:
            return template
    there = template_at(Path(name))
    if there is not None:
        return there
    raise NotFoundError(NO_TEMPLATE.format(name, ", ".join(f"“{t.name}”" for t in templates) or "–"))


def template_at(place: Path) -> Template | None:
    """The template that a folder or a Word file is; None when it is neither."""
    if place.suffix.lower() == WORD_ENDING and place.is_file():
        return Template(
            name=place.stem, title=place.stem, formats=(WORD_FORMAT,), folder=place.parent, document=place
        )
    if (place / SHEET).is_file():
        return _read(place / SHEET)
    if (place / REPORT).is_file():
        name = place.resolve().name
        return Template(name=name, title=name, folder=place)
    return None


def _read(sheet: Path) -> Template | None:
    """The template a sheet describes; None when it is damaged, for one bad folder must not hide the others."""
    try:
        if sheet.stat().st_size > LONGEST_SHEET or not _has_report(sheet.parent):
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
    document = None if (sheet.parent / REPORT).is_file() else sheet.parent / WORD
    return Template(
        name=name,
        title=title,
        description=str(data.get("description", "")),
        formats=(WORD_FORMAT,) if document else tuple(str(key) for key in formats),
        max_pages=pages,
        look=look,
        rank=rank,
        sections=tuple(str(key) for key in sections),
        many=cases == MANY,
        folder=sheet.parent,
        document=document,
    )


def _has_report(folder: Path) -> bool:
    return (folder / REPORT).is_file() or (folder / WORD).is_file()
