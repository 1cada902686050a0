"""Every name a template of one's own may use, with its type and an example: read off the declaration, for people to look up."""

import re
from collections.abc import Callable, Iterator

import attrs

from casebook.domain.case import CASE, Case
from casebook.domain.declaration import SectionSpec
from casebook.domain.fields import FieldSpec, Kind
from casebook.domain.marking import _
from casebook.domain.records import Record
from casebook.domain.wording import Wording
from casebook.publishing.report_facts import ReportFacts

LONGEST_EXAMPLE = 80
"""Letters of an example."""
TYPES = {
    Kind.LINE: _("words"),
    Kind.PROSE: _("paragraphs"),
    Kind.TERM: _("term"),
    Kind.TERMS: _("terms"),
    Kind.SCALE: _("number with its word"),
    Kind.WHOLE: _("number"),
    Kind.NUMBER: _("number"),
    Kind.FLAG: _("yes or no"),
    Kind.WHEN: _("date"),
    Kind.LINK: _("name of an entry"),
    Kind.LINKS: _("names of entries"),
    Kind.CHIPS: _("words, each by itself"),
    Kind.COUNTRY: _("country"),
    Kind.COUNTRIES: _("countries"),
    Kind.LANGUAGE: _("language"),
    Kind.URL: _("web address"),
    Kind.FILE: _("file"),
}
"""What people call a kind of field."""
_MARKS = re.compile(r"\*\*|^[-*] |\s*\[@[^\]]*\]", re.MULTILINE)
"""Marks of Markdown, which are not shown."""
REPORT_WORDS = {
    "title": (_("Title of the case"), "Liberia: from West African vanguard to United Nations mission"),
    "kind": (_("Title of the template"), "Participant handout"),
    "reference": (_("Reference code"), "LR-2003-001"),
    "status": (_("Status of the case"), "Published"),
    "audience": (_("For whom the report is made"), "Public"),
    "made_on": (_("The day it is made"), "2 March 2026"),
    "language": (_("Language of labels and terms"), "en"),
    "authors": (_("Authors of the case, each by itself"), "Casebook sample library"),
    "day": (_("The same day, for reckoning"), "2026-03-02"),
}
"""For each fact on the title page what it is, and an example."""


@attrs.frozen(kw_only=True)
class Variable:
    """One name: what it is called in a template, its type and meaning in words, an example, and what to insert."""

    name: str
    type: str
    words: str
    example: str = ""

    @property
    def snippet(self) -> str:
        """What is typed to print it."""
        return "{{ " + self.name + " }}"


@attrs.frozen(kw_only=True)
class Group:
    """Names that belong together; `each` and `every` when they are those of one entry of a list."""

    title: str
    variables: tuple[Variable, ...]
    each: str = ""
    every: str = ""
    level: int = 0
    """How deep the list lies in others."""

    @property
    def snippet(self) -> str:
        """The loop that goes through the list, printing what each entry is called; empty for single names."""
        if not self.each:
            return ""
        return f"{{% for {self.each} in {self.every} %}}\n{{{{ {self.each}.heading }}}}\n{{% endfor %}}"


def reference(examples: tuple[Case, ...], wording: Wording) -> tuple[Group, ...]:
    """Every name by group; the examples are from the first of these cases that has one."""
    return (_report(wording), *_parts(examples, wording), *_sections(examples, wording))


def loop_name(section: SectionSpec) -> str:
    """What one entry of a section is called within a loop: "teaching_kit"."""
    return re.sub(r"\W+", "_", section.singular.lower()).strip("_")


def _report(wording: Wording) -> Group:
    return Group(
        title=wording.translate(_("The report")),
        variables=tuple(
            Variable(
                name=f"report.{fact.name}",
                type=wording.translate(_("words")),
                words=wording.translate(REPORT_WORDS[fact.name][0]),
                example=REPORT_WORDS[fact.name][1],
            )
            for fact in attrs.fields(ReportFacts)
        ),
    )


def _parts(examples: tuple[Case, ...], wording: Wording) -> Iterator[Group]:
    for part in CASE.parts:
        yield Group(
            title=wording.translate(part.title),
            variables=tuple(
                _variable("fields", spec, _found(spec, examples, lambda case: (case,), wording), wording)
                for spec in CASE.part_fields(part.key)
            ),
        )


def _sections(examples: tuple[Case, ...], wording: Wording) -> Iterator[Group]:
    for section in CASE.sections.values():
        if not section.parent:
            yield from _section(section, f"entries.{section.key}", 0, (examples, wording))


def _section(
    section: SectionSpec, every: str, level: int, given: tuple[tuple[Case, ...], Wording]
) -> Iterator[Group]:
    examples, wording = given
    each = loop_name(section)

    def records(case: Case) -> tuple[Record, ...]:
        return case.section(section.key)

    def example(make: Callable[[Record, Case], str]) -> str:
        return next(
            (_short(made) for case in examples for one in records(case) if (made := make(one, case))), ""
        )

    def named(name: str, kind: str, words: str, shown: str = "") -> Variable:
        return Variable(
            name=f"{each}.{name}", type=wording.translate(kind), words=wording.translate(words), example=shown
        )

    standing = [
        named("heading", _("words"), _("What the entry is called"), example(wording.title)),
        named("grade", _("words"), _("Grade of the best evidence for it"), "B2"),
        named("grade_words", _("words"), _("The same in words"), "usually reliable; probably true"),
        named("evidence", _("list"), _("Evidence for it: citation, stance, grade, locator, quote of each")),
    ]
    if section.key == "source_records":
        standing.append(named("reference", _("words"), _("Its entry in the bibliography")))
    fields = (
        _variable(each, spec, _found(spec, examples, records, wording), wording) for spec in section.fields
    )
    yield Group(
        title=wording.translate(section.title),
        each=each,
        every=every,
        level=level,
        variables=(*standing, *fields),
    )
    for child in CASE.children(section.key):
        yield from _section(child, f"{each}.{child.key}", level + 1, given)


def _variable(within: str, spec: FieldSpec, example: str, wording: Wording) -> Variable:
    words = wording.translate(spec.label)
    return Variable(
        name=f"{within}.{spec.name}",
        type=wording.translate(TYPES[spec.kind]),
        words=f"{words}: {wording.translate(spec.hint)}" if spec.hint else words,
        example=example,
    )


def _found(
    spec: FieldSpec,
    examples: tuple[Case, ...],
    records: Callable[[Case], tuple[Record, ...]],
    wording: Wording,
) -> str:
    for case in examples:
        for record in records(case):
            words = wording.value(spec, getattr(record, spec.name), case)
            if words:
                return _short(words)
    return ""


def _short(words: str) -> str:
    words = " ".join(_MARKS.sub("", words).split())
    if len(words) <= LONGEST_EXAMPLE:
        return words
    return words[:LONGEST_EXAMPLE].rpartition(" ")[0].rstrip(",;:.–") + " …"
