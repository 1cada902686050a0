"""Commands about report templates: list, duplicate, check, look names up."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from casebook.commands.answers import as_json, say, say_document, say_json, say_table
from casebook.publishing.template_messages import HIDDEN_COMMAND

if TYPE_CHECKING:
    from casebook.publishing.templates import Template

FAULTY = 1
"""Exit status when a template does not work."""


@click.command(short_help="List, copy and check report templates.")
@click.option("--duplicate", "name", metavar="NAME", help="Make a copy of this template to change it.")
@click.option("--as", "title", metavar="TITLE", help="What the copy is called.")
@click.option(
    "--check", "place", metavar="TEMPLATE", help="Try a template: a name, a folder, or a Word file."
)
@click.option("--reference", "page", is_flag=True, help="Print every name a template may use, in Markdown.")
@as_json
@click.pass_context
def templates(
    context: click.Context, name: str | None, title: str | None, place: str | None, page: bool, as_json: bool
) -> None:
    """List the report templates: those that came with Casebook and your own. Or copy or check one.

    --duplicate copies a report into your own templates, with all that it imports. --check tries a template on a case
    with everything filled and on an empty one, and says what is wrong; the exit status is 1 when something is.
    """
    if name is not None:
        _duplicate(name, title)
    elif place is not None:
        context.exit(_check(place))
    elif page:
        _print_reference()
    else:
        _list(as_json)


@click.command(HIDDEN_COMMAND, hidden=True)
def render_template() -> None:
    """Render a template as its standard input says: what Casebook starts for templates of the user's own."""
    from casebook.publishing.template_child import main

    main()


def _duplicate(name: str, title: str | None) -> None:
    from casebook.services.own_templates import duplicate, free_title, template_called

    made = duplicate(name, title or free_title(template_called(name).title))
    say(f"Made {made.name}: {made.document or made.folder}.")


def _check(place: str) -> int:
    from casebook.services.own_templates import check_template, template_called

    template = template_called(place)
    finding = check_template(template)
    if finding is None:
        say(f"{template.title}: nothing wrong with it.")
        return 0
    say(finding.sentence, error=True)
    return FAULTY


def _print_reference() -> None:
    from casebook.publishing.reference_page import reference_page
    from casebook.services.comparing import usual_wording
    from casebook.services.own_templates import names

    say_document(reference_page(names(usual_wording())))


def _list(as_json: bool) -> None:
    from casebook.services.publishing import templates

    found = templates()
    if as_json:
        say_json([_told(one) for one in found])
    else:
        say_table([[one.name, one.title, one.description or _place(one)] for one in found])


def _told(template: "Template") -> dict[str, object]:
    own = str(_place(template)) if template.own else ""
    return {
        "name": template.name,
        "title": template.title,
        "description": template.description,
        "many": template.many,
        "formats": list(template.formats),
        "own": own,
    }


def _place(template: "Template") -> str:
    """Where a template of the user's own lies."""
    place: Path = template.document or template.folder
    return str(place)
