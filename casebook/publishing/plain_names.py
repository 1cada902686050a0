"""The names for templates of one's own: a case's fields and entries by what they are called in the declaration."""

import html
import re
from collections.abc import Callable, Iterable, Mapping
from types import SimpleNamespace
from typing import Any

from markupsafe import Markup

from casebook.publishing.views import EntryView, EvidenceView, FieldView, PartView, SectionView

NEW_PARAGRAPH, NEW_LINE = "\a", "\n"
"""What the Word renderer makes a new paragraph and a new line of."""
Show = Callable[[FieldView], str]
"""How a field is printed."""
_BREAK = re.compile(r"<br\s*/?>")
_ITEM = re.compile(r"<li>\s*(?:<p>)?")
_BLOCK_END = re.compile(r"</(?:p|li|pre|blockquote|h\d|tr|div)>\s*")
_TAG = re.compile(r"<[^>]*>")
BULLET = "• "


class Names(SimpleNamespace):
    """Values by name; one that is asked for and not there is a fault of the template."""


def as_html(field: FieldView) -> Markup:
    """A field as it stands in a web page."""
    return field.html


def as_words(field: FieldView) -> str:
    """A field as it stands in a Word file: plain words, with paragraphs where it has some."""
    return plain(field.html)


def plain(markup: str) -> str:
    """The words of some HTML."""
    text = _ITEM.sub(BULLET, _BREAK.sub(NEW_LINE, markup.replace("\n", " ")))
    text = html.unescape(_TAG.sub("", _BLOCK_END.sub(NEW_PARAGRAPH, text)))
    lines = (re.sub(r"[ \t]+", " ", line).strip(" ") for line in text.split(NEW_PARAGRAPH))
    return NEW_PARAGRAPH.join(line for line in lines if line)


def plain_names(given: Mapping[str, Any], show: Show) -> dict[str, Any]:
    """`fields` of the case and `entries` of every section, read off the parts and sections of a context."""
    parts: Iterable[PartView] = given.get("parts", ())
    sections: Iterable[SectionView] = (*given.get("sections", ()), *given.get("shared", ()))
    return {
        "fields": Names(**{field.name: show(field) for part in parts for field in part.fields}),
        "entries": Names(**{section.key: _entries(section, show) for section in sections}),
    }


def _entries(section: SectionView, show: Show) -> list[Names]:
    return [_entry(entry, show) for entry in section.entries]


def _entry(entry: EntryView, show: Show) -> Names:
    named: dict[str, Any] = {
        "id": str(entry.record.id),
        "heading": entry.plain_title,
        "grade": entry.grade.code if entry.grade else "",
        "grade_words": entry.grade.words if entry.grade else "",
        "evidence": _evidence(entry.evidence, show),
        "reference": plain(entry.reference) if show is as_words else entry.reference,
        **{section.key: _entries(section, show) for section in entry.children},
        **{field.name: show(field) for field in entry.fields},
    }
    return Names(**named)


def _evidence(views: Iterable[EvidenceView], show: Show) -> list[Names]:
    return [
        Names(
            citation=plain(view.citation) if show is as_words else view.citation,
            stance=view.stance_words,
            grade=view.grade.code if view.grade else "",
            **{field.name: show(field) for field in view.entry.fields if field.name not in ("stance",)},
        )
        for view in views
    ]
