"""Commands that publish: export, formats, schema."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from casebook.commands.answers import as_json, say, say_document, say_json, say_table
from casebook.commands.door import Door, takes_library

if TYPE_CHECKING:
    from casebook.publishing.order import Published

AUDIENCES = ("public", "training", "partner", "internal")
USUAL_FORMAT = "pdf"


@click.command(short_help="Write reports of cases.")
@click.argument("cases", nargs=-1, required=True, metavar="CASE…")
@click.option(
    "--template",
    default="full-report",
    show_default=True,
    help="One of 'casebook templates', a folder, or a Word file.",
)
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
@as_json
@takes_library
def export(door: Door, cases: tuple[str, ...], folder: Path, as_json: bool, **choices: Any) -> None:
    """Write reports of each CASE, named by reference code or id. A file that is there already stays."""
    from casebook.domain.records import Sensitivity
    from casebook.publishing.order import Order
    from casebook.services.publishing import publish_all, take_out

    order = Order(
        folder=folder,
        template=choices["template"],
        formats=choices["formats"],
        audience=Sensitivity.of(choices["audience"]),
        language=choices["language"],
    )
    with door.library() as library:
        ids = dict.fromkeys(library.cases.resolve(name) for name in cases)
        manuscripts = [take_out(library, case_id) for case_id in ids]
    reports = publish_all(manuscripts, order)
    if as_json:
        say_json([_told(report) for report in reports])
        return
    for report in reports:
        for file in report.files:
            say(str(file))
        for notice in (_withheld(report), *report.notices):
            say(notice, error=True)


def _told(report: "Published") -> dict[str, Any]:
    receipt = report.receipt
    return {
        "files": [str(file) for file in report.files],
        "notices": list(report.notices),
        "audience": receipt.audience.key,
        "withheld": receipt.counts,
        "withheld_fields": receipt.fields,
    }


def _withheld(report: "Published") -> str:
    """The receipt in one sentence: "Withheld from public: Testimonies 2, single fields 1."."""
    from casebook.domain.case import CASE

    receipt = report.receipt
    parts = [f"{CASE.sections[key].title} {count}" for key, count in receipt.counts.items()]
    parts += [f"single fields {receipt.fields}"] if receipt.fields else []
    return f"Withheld from {receipt.audience.key}: {', '.join(parts) or 'nothing'}."


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
