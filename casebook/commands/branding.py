"""Commands about how reports look: styles, look."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from casebook.commands.answers import as_json, say, say_json, say_table
from casebook.commands.door import Door, takes_library

if TYPE_CHECKING:
    from casebook.publishing.look import Look

FILE = click.Path(path_type=Path, dir_okay=False, exists=True)


@click.command(short_help="List the citation styles.")
@click.option("--add", "added", type=FILE, metavar="FILE", help="Add a style of your own, a file in CSL.")
@as_json
def styles(added: Path | None, as_json: bool) -> None:
    """List the citation styles."""
    from casebook.services.house_style import add_citation_style, citation_styles

    if added is not None:
        add_citation_style(added)
    found = citation_styles()
    if as_json:
        say_json(
            [
                {"name": one.key, "title": one.title, "cites": _cites(one.in_notes), "own": one.own}
                for one in found
            ]
        )
    else:
        say_table([[one.key, one.title, _cites(one.in_notes)] for one in found])


def _cites(in_notes: bool) -> str:
    return "in notes" if in_notes else "in the text"


@click.command(short_help="Show or set the library's house style.")
@click.option("--organisation", metavar="NAME", help="Name of the organisation.")
@click.option("--accent", metavar="#RRGGBB", help="Colour of headings and lines.")
@click.option("--paper", type=click.Choice(("a4", "letter")), help="Size of the pages.")
@click.option("--footer", metavar="TEXT", help="A line at the foot of every page.")
@click.option("--fonts", "lettering", type=click.Choice(("serif", "sans")), help="Letters of reports.")
@click.option("--cover/--no-cover", default=None, help="Whether long reports begin with a cover.")
@click.option("--citation-style", metavar="NAME", help="One of 'casebook styles'.")
@click.option("--logo", type=FILE, metavar="FILE", help="Logo as PNG, JPEG or SVG.")
@click.option("--word", type=FILE, metavar="FILE", help="A .docx whose styles Word reports take.")
@click.option("--powerpoint", type=FILE, metavar="FILE", help="A .pptx whose layouts slides are made with.")
@click.option("--usual", is_flag=True, help="Casebook's own look again, before anything else is set.")
@as_json
@takes_library
def look(door: Door, as_json: bool, usual: bool, **wanted: Any) -> None:
    """Show the library's house style, after setting what is given."""
    from casebook.publishing.look import Look
    from casebook.services.house_style import house_look, keep_house_look

    wanted = {name: value for name, value in wanted.items() if value is not None}
    with door.library(write=bool(wanted) or usual) as library:
        found = Look() if usual else house_look(library)
        notices: list[str] = []
        if wanted or usual:
            found = _changed(found, wanted, notices)
            keep_house_look(library, found)
    for notice in notices:
        say(notice, error=True)
    told = _told(found)
    if as_json:
        say_json(told)
    else:
        say_table([[name, _in_words(value)] for name, value in told.items()])


def _in_words(value: Any) -> str:
    return ("yes" if value else "no") if isinstance(value, bool) else str(value) or "–"


def _changed(look: "Look", wanted: dict[str, Any], notices: list[str]) -> "Look":
    import attrs

    from casebook.publishing.citation_styles import find_style
    from casebook.publishing.look import readable
    from casebook.services.house_style import logo_of, masters_of_slides, style_folders, styles_of_word

    if "accent" in wanted:
        wanted["accent"], said = readable(wanted["accent"])
        notices += [said.format(wanted["accent"])] if said else []
    if "citation_style" in wanted:
        wanted["citation_style"] = find_style(wanted["citation_style"], *style_folders()).key
    if "logo" in wanted:
        wanted["logo"] = logo_of(wanted["logo"])
    if "word" in wanted:
        wanted["word_styles"] = styles_of_word(wanted.pop("word"))
    if "powerpoint" in wanted:
        wanted["slide_masters"] = masters_of_slides(wanted.pop("powerpoint"))
    return attrs.evolve(look, **wanted)


def _told(look: "Look") -> dict[str, Any]:
    return {
        "organisation": look.organisation,
        "logo": bool(look.logo),
        "accent": look.accent,
        "paper": look.paper.value,
        "footer": look.footer,
        "fonts": look.own_family or look.lettering.value,
        "cover": look.cover,
        "citation_style": look.citation_style,
        "word_styles": bool(look.word_styles),
        "slide_masters": bool(look.slide_masters),
    }
