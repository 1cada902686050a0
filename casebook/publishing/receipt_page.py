"""The last page of a report that counts what was withheld, and names nothing of it."""

from collections.abc import Callable

from markupsafe import escape

from casebook.domain.declaration import Declaration
from casebook.domain.marking import _
from casebook.domain.receipt import Receipt
from casebook.domain.receipt_words import counted
from casebook.publishing.report_facts import ReportFacts

END = "</body>"


def with_receipt(
    html: str, receipt: Receipt, declaration: Declaration, facts: ReportFacts, tr: Callable[[str], str]
) -> str:
    """The report's HTML with the page at its end."""
    body, end, after = html.rpartition(END)
    if not end:
        body, after = html, ""
    made = tr(_("This copy was made for the audience “{}” on {}.")).format(facts.audience, facts.made_on)
    lines = counted(receipt, declaration, tr)
    parts = [
        f'<div class="new-page"><h2>{escape(tr(_("What was withheld")))}</h2></div>\n<p>{escape(made)}</p>',
        _table(lines, tr) if lines else f"<p>{escape(tr(_('Nothing was withheld from it.')))}</p>",
    ]
    return f"{body}{chr(10).join(parts)}\n{end}{after}"


def _table(lines: list[tuple[str, int]], tr: Callable[[str], str]) -> str:
    heads = "".join(f"<th>{escape(word)}</th>" for word in (tr(_("Kind")), tr(_("Withheld or changed"))))
    rows = "".join(
        f"<tr><td><p>{escape(what)}</p></td><td><p>{count}</p></td></tr>\n" for what, count in lines
    )
    columns = '<colgroup><col style="width: 72%"><col style="width: 28%"></colgroup>'
    return (
        f'<table class="grid">\n{columns}\n<thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>'
    )
