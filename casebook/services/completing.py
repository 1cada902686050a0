"""What may stand where the cursor is in the search field: fields, then the values of one."""

import re
from collections.abc import Iterable, Iterator

import attrs

from casebook.domain.declaration import Declaration
from casebook.domain.fields import field_specs
from casebook.domain.marking import _
from casebook.domain.records import Record, Sensitivity
from casebook.domain.search_fields import Looks, SearchField, offered, search_fields
from casebook.domain.wording import Wording
from casebook.iso_names import countries, languages
from casebook.services.regions import regions
from casebook.services.value_names import begins, holds
from casebook.storage.library import Library
from casebook.storage.words import cut

MOST = 12
"""Suggestions at a time."""

_ASKED = re.compile(
    r"""(?:^|(?<=[\s(]))-?(?P<name>[^\W\d][\w.-]*)
    (?P<colon>:(?:(?:"[^"]*"|[^\s"(),]*),)*(?P<value>"[^"]*|[^\s"(),]*))?$""",
    re.VERBOSE,
)


@attrs.frozen(kw_only=True)
class Suggestion:
    """What is put in place of the signs from `start` to the cursor, and how it is shown."""

    start: int
    text: str
    label: str
    hint: str = ""


class Completing:
    """Suggests in one language, from one library."""

    def __init__(self, library: Library, wording: Wording) -> None:
        """`wording` names terms and countries."""
        self._library = library
        self._wording = wording
        self._declaration: Declaration = library.declaration

    def suggestions(self, text: str, cursor: int, *, asked: bool = False) -> list[Suggestion]:
        """What fits before the cursor, best first; all fields in an empty place when it is `asked` for."""
        before = text[:cursor]
        match = _ASKED.search(before)
        if match is None:
            return list(self._fields("", cursor)) if asked and not before.rstrip(" (")[cursor - 1 :] else []
        in_quotes = before.count('"') % 2 == 1
        if in_quotes and not (match["value"] or "").startswith('"'):
            return []
        if match["colon"] is None:
            return list(self._fields(match["name"], match.start("name")))
        field = search_fields(self._declaration).get(match["name"].lower())
        if field is None:
            return []
        start, value = match.start("value"), match["value"].removeprefix('"')
        return [self._suggestion(start, *one) for one in self._values(field, value)][:MOST]

    def _fields(self, typed: str, start: int) -> Iterator[Suggestion]:
        for field in offered(self._declaration):
            title = self._wording.translate(field.title)
            if field.name.startswith(typed.lower()) or begins(cut(title), cut(typed)):
                example = f"{field.name}:{field.example}"
                yield Suggestion(start=start, text=f"{field.name}:", label=title, hint=example)

    def _suggestion(self, start: int, value: str, label: str) -> Suggestion:
        plain = re.fullmatch(r'[^\s"(),]+', value) is not None
        return Suggestion(
            start=start,
            text=value if plain else '"{}"'.format(value.replace('"', " ")),
            label=label,
            hint="" if value == label else value,
        )

    def _values(self, field: SearchField, typed: str) -> Iterable[tuple[str, str]]:
        """Values of a field that begin as typed, each with what it is called."""
        if field.looks is Looks.RECORD:
            records = self._library.cases.shared(field.section, typed, MOST)
            return [(name, name) for record in records if (name := _name(record))]
        words = cut(typed)
        named = [
            (value, label)
            for value, label in self._named(field)
            if not words or holds(cut(label), words) or value.lower().startswith(typed.lower())
        ]
        return sorted(named, key=lambda one: not begins(cut(one[1]), words)) if words else named

    def _named(self, field: SearchField) -> Iterator[tuple[str, str]]:
        language = self._wording.language
        match field.looks:
            case Looks.TERM:
                held = self._wording.vocabularies.get(field.spec.vocabulary if field.spec else "")
                yield from ((term.id, term.words(language)) for _depth, term in held.walk()) if held else ()
            case Looks.COUNTRY:
                yield from countries(language).items()
            case Looks.LANGUAGE:
                yield from languages(language).items()
            case Looks.REGION:
                yield from ((region.id, region.words(language)) for region in regions())
            case Looks.LEVEL:
                yield from ((level.key, self._wording.sensitivity(level)) for level in Sensitivity)
            case Looks.FREE:
                yield from ((value, value) for value in sorted(self._library.lookup.values(field.facet)))
            case Looks.HAS | Looks.MISSING:
                yield from self._parts()
            case Looks.FLAG:
                yield from (("yes", _("yes")), ("no", _("no")))
            case Looks.WORDS:
                return
            case _:
                yield field.example, field.example

    def _parts(self) -> Iterator[tuple[str, str]]:
        tr = self._wording.translate
        for key, section in self._declaration.sections.items():
            yield key, tr(section.title)
        for spec in self._declaration.header:
            yield spec.name, tr(spec.label)


def _name(record: Record) -> str:
    """Its short form where it has one, else its summary."""
    specs = field_specs(type(record))
    naming = [spec for spec in specs if spec.short_form] + [spec for spec in specs if spec.summary]
    return next((name for spec in naming if (name := " ".join(str(getattr(record, spec.name)).split()))), "")
