"""Commands that publish: export, templates, formats, schema."""

from pathlib import Path
from typing import Any

import click

from casebook.commands.answers import as_json, say_document, say_json, say_table
from casebook.commands.door import Door, takes_library
from casebook.commands.exporting import Wanted, carry_out, taken_out

AUDIENCES = ("public", "training", "partner", "internal")
USUAL_FORMAT = "pdf"


@click.command(short_help="Write reports of cases.")
@click.argument("cases", nargs=-1, required=True, metavar="CASE…")
@click.option("--template", default="full-report", show_default=True, help="One of 'casebook templates'.")
@click.option(
    "--format",
    "formats",
    multiple=True,
    default=(USUAL_FORMAT,),
    show_default=True,
    help="One of 'casebook formats'; may be given several times.",
)
@click.option(
    "--audience",
    type=click.Choice(AUDIENCES),
    default=AUDIENCES[0],
    show_default=True,
    help="Who will read it; what is marked above is left out.",
)
@click.option(
    "--to",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    default=".",
    show_default=True,
    metavar="DIR",
    help="Folder for the reports, made if it is missing.",
)
@click.option("--language", default="en", show_default=True, help="Language of labels and terms.")
@click.option("--citation-style", default="", help="One of 'casebook styles', instead of the library's own.")
@click.option(
    "--leave-out",
    "left_out",
    multiple=True,
    metavar="SECTION",
    help="Section not to print, such as places; may be given several times.",
)
@click.option(
    "--file-name",
    default="",
    metavar="PATTERN",
    help="Such as '{reference} {title} – {report} ({audience})'; also {date} and {language}.",
)
@click.option("--title", default="", help="What a report of several cases is called.", metavar="WORDS")
@click.option("--receipt-page", is_flag=True, help="Add a last page that counts what was withheld.")
@click.option(
    "--receipt",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write the receipt as JSON to a file that is not there yet.",
)
@as_json
@takes_library
def export(door: Door, cases: tuple[str, ...], folder: Path, as_json: bool, **choices: Any) -> int:
    """Write reports of each CASE, named by reference code or id. A file that is there already stays.

    Reports for many cases, such as lessons-digest and casebook-volume, are one report of all of them.
    """
    from casebook.domain.case import CASE
    from casebook.domain.records import Sensitivity
    from casebook.publishing.contents import offered
    from casebook.publishing.order import Order
    from casebook.services.publishing import reckoned

    sections = [key for key, _title, _parent in offered(CASE)]
    for key in choices["left_out"]:
        if key not in sections:
            raise click.BadParameter(f"no section is called {key!r}; there are {', '.join(sections)}.")
    order = Order(
        folder=folder,
        template=choices["template"],
        formats=choices["formats"],
        audience=Sensitivity.of(choices["audience"]),
        language=choices["language"],
        citation_style=choices["citation_style"],
        left_out=choices["left_out"],
        file_name=choices["file_name"],
        receipt_page=choices["receipt_page"],
        title=choices["title"],
    )
    manuscripts = list(taken_out(door, cases))
    for manuscript in manuscripts:
        # Nothing is written when one of them may not be shown.
        reckoned(manuscript, order.audience, order.language)
    return carry_out(door, Wanted(manuscripts, order, choices["receipt"]), as_json=as_json)


@click.command()
@as_json
def templates(as_json: bool) -> None:
    """List the report templates."""
    from casebook.services.publishing import templates

    found = templates()
    if as_json:
        say_json(
            [
                {
                    "name": one.name,
                    "title": one.title,
                    "description": one.description,
                    "many": one.many,
                    "formats": list(one.formats),
                }
                for one in found
            ]
        )
    else:
        say_table([[one.name, one.title, one.description] for one in found])


@click.command()
@as_json
def formats(as_json: bool) -> None:
    """List the formats a report can have."""
    from casebook.publishing.converters import FORMATS

    found = FORMATS.values()
    if as_json:
        say_json([{"name": one.key, "title": one.title, "description": one.description} for one in found])
    else:
        say_table([[one.key, one.title, one.description] for one in found])


@click.command(short_help="Print the JSON Schema of a case.")
def schema() -> None:
    """Print the JSON Schema of a case, which 'show' writes and 'import' reads."""
    from casebook.exchange.json_schema import schema_text

    say_document(schema_text())
