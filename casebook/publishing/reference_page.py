"""The template reference as a page of the guide, in Markdown."""

import inspect
from collections.abc import Iterable, Iterator

import attrs

from casebook.domain.grades import Grade
from casebook.publishing.figures import Charts, Figure
from casebook.publishing.page_budget import Room
from casebook.publishing.template_reference import Group
from casebook.publishing.views import EntryView, EvidenceView, FieldView, PartView, SectionView

HEAD = """# Template reference

Every name that a [template of your own](guide/templates.md) may use. `casebook templates --reference` prints this page; it is made
from the same declaration as the forms in Write, so it is complete.

Print a value with `{{ fields.title }}`. Go through a list with `{% for outcome in entries.outcomes %} … {% endfor %}`. What is
not recorded, or withheld from the audience, is empty: `{% if outcome.description %} … {% endif %}`. In a web-page
template paragraphs come as HTML, in a Word template as paragraphs of the style they stand in. The examples are from
the Liberia case of the sample library.
"""
VIEWS_HEAD = """## What the built-in reports use

A copy of a built-in report uses these names beside those above; Word templates do not have them.
"""
CONTEXT = {
    "report": "Facts of the title page, as above",
    "case": "The case as it is recorded, after redaction",
    "parts": "Groups of the case’s own fields, each a *part*",
    "overview": "The part “Overview”",
    "narrative": "The part “Narrative”",
    "sections": "Sections of the case, each a *section*",
    "shared": "Sections of shared records: actors and sources",
    "case_evidence": "Evidence for the case as a whole, each an *evidence*",
    "loose_evidence": "Evidence for nothing that is printed",
    "missing": "Empty sections by reason: pairs of the reason and the titles",
    "picture": "`picture(digest)`: where an attached picture lies, empty when it cannot be printed",
    "charts": "Drawings of the case, each a *chart*, or nothing when there is nothing to draw",
    "contents": "Parts, sections and shared records in the chosen order; what is left out has nothing in it",
    "included": "`included(key)`: whether a part or section is wanted",
    "linked": "`linked(id)`: the shared record a link leads to, an *entry*",
    "withheld": "How many entries of each section were withheld, by key",
    "tr": '`tr("Sources")`: the words in the language of the window',
    "room": "How much there is room for, when the template keeps to a number of pages",
    "fields": "The case’s own fields by name, as above",
    "entries": "Lists of entries by section, as above",
}
"""Every name at the top, and what it is."""
MANY = {
    "report": "Facts of the whole",
    "cases": "The chapters: each has the names above for its own case, and `number` and `anchor`",
    "gathered": "`gathered(section, field)`: entries of all cases in groups by a term; each group has `title` and `entries`",
    "index": "`index(section)`: shared records by name; each has `entry` and the `chapters` it stands in",
    "sources": "The bibliography of all, each an *entry*",
    "sources_of": "`sources_of(section)`: the sources that the entries of a section rest on",
    "comparison": "`comparison()`: the cases side by side, as the comparison paper prints them",
    "picture": "As above",
    "tr": "As above",
    "room": "As above",
    "fields": "Nothing: a report of many cases has no fields of its own",
    "entries": "Nothing",
}
"""Every name at the top of a report of many cases, and what it is."""
MANY_HEAD = """### Reports of many cases

A template with `cases = "many"` makes one report of all cases, and has these names.
"""
VIEWS = {
    "part": PartView,
    "section": SectionView,
    "entry": EntryView,
    "field": FieldView,
    "evidence": EvidenceView,
    "grade": Grade,
    "charts": Charts,
    "chart": Figure,
    "room": Room,
}
"""What a kind of thing is called, and its class."""
ROOM = ("share", "left_out", "shortened")
"""What the room says of itself."""
NAMES = {
    "key": "Key in the declaration",
    "title": "Title",
    "fields": "Its fields, each a *field*",
    "singular": "What one entry is called",
    "entries": "Its entries, each an *entry*",
    "absence": "Why it is empty, in words; empty when it is not",
    "record": "The entry as it is recorded",
    "plain_title": "The title without markup",
    "children": "Sections of entries that stand in it",
    "evidence": "Evidence for it, each an *evidence*",
    "grade": "Grade of the best evidence, a *grade*",
    "reference": "For a source: its entry in the bibliography",
    "cited": "For a source: names of the fields its entry in the bibliography says already",
    "name": "Name in the declaration",
    "label": "Label",
    "kind": "Kind",
    "value": "The value as it is recorded",
    "html": "The value as HTML",
    "withheld": "Whether it was taken out for the audience",
    "fact": "Whether a card shows it in its one line of facts",
    "summary": "Whether it names the entry",
    "expected": "Whether it counts towards completeness",
    "unit": "Unit",
    "entry": "The evidence as an *entry*",
    "citation": "Its citation",
    "note": "The same as a note at the foot where the style is one of notes, which takes less room in a table",
    "noted": "Whether the style is one of notes",
    "stance": "What it does to the claim: `supports`, `contradicts` …",
    "stance_words": "The same in words",
    "code": "Letter and figure",
    "reliability": "What the letter means",
    "credibility": "What the figure means",
    "alt": "What it shows, in words",
    "path": "Where the picture lies",
    "columns": "Heads of the table of its data",
    "rows": "Rows of the table of its data",
    "share": "How much of its limits the template may use, 0 to 1",
    "left_out": "How many entries were left out, by what they are called",
    "shortened": "How many texts were cut",
}
"""What a name means that says so in no docstring."""


def reference_page(groups: Iterable[Group]) -> str:
    """The whole page."""
    parts = [HEAD]
    for group in groups:
        parts.append(_heading(group))
        rows = ((f"`{one.name}`", one.type, one.words, one.example) for one in group.variables)
        parts.append(_table(("Name", "Type", "What it is", "Example"), rows))
    parts += [
        VIEWS_HEAD,
        _table(("Name", "What it is"), ((f"`{name}`", words) for name, words in CONTEXT.items())),
    ]
    parts += [
        MANY_HEAD,
        _table(("Name", "What it is"), ((f"`{name}`", words) for name, words in MANY.items())),
    ]
    for name, view in VIEWS.items():
        parts += [f"### {name.capitalize()}\n", _table(("Name", "What it is"), _names_of(name, view))]
    return "\n".join(parts)


def _heading(group: Group) -> str:
    if not group.each:
        return f"## {group.title}\n"
    level = "#" * (2 + min(group.level, 2))
    return f"{level} {group.title}\n\n`{{% for {group.each} in {group.every} %}} … {{% endfor %}}`\n"


def _names_of(name: str, view: type) -> Iterator[tuple[str, str]]:
    """Its names in the order they are written; what they mean is said by a docstring or in `NAMES`."""
    fields = [field.name for field in attrs.fields(view)] if attrs.has(view) else []
    declared = list(ROOM) if view is Room else fields
    methods = [one for one in vars(view) if not one.startswith("_") and one not in declared]
    for one in [*declared, *methods]:
        member = inspect.getattr_static(view, one, None)
        function = member.fget if isinstance(member, property) else member
        called = one
        if inspect.isfunction(member):
            called += (
                str(inspect.signature(member))
                .partition(" ->")[0]
                .replace("(self, ", "(")
                .replace("(self)", "()")
            )
            called = _without_types(called)
        words = (
            (inspect.getdoc(function) or "").partition("\n\n")[0]
            if inspect.isfunction(function)
            else NAMES[one]
        )
        yield f"`{name}.{called}`", " ".join(words.split())


def _without_types(call: str) -> str:
    """ "room.few(most, least=1)" of a signature with types."""
    name, _, inside = call.partition("(")
    given = []
    for one in inside.rstrip(")").split(", "):
        word, _, rest = one.partition(":")
        given.append(word + ("=" + rest.partition(" = ")[2] if " = " in rest else ""))
    return f"{name}({', '.join(filter(None, given))})"


def _table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [_row(heads), _row(("---",) * len(heads)), *(_row(row) for row in rows)]
    return "\n".join(lines) + "\n"


def _row(cells: tuple[str, ...]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|").replace("<", "&lt;") for cell in cells) + " |"
