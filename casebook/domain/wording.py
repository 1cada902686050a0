"""Values as words: how a field's value, an entry or an absence reads in one language."""

from collections.abc import Callable
from typing import Any

import attrs

from casebook.domain.case import Case
from casebook.domain.declaration import section_of
from casebook.domain.fields import FieldSpec, Kind, field_specs
from casebook.domain.marking import _
from casebook.domain.records import Absence, Record, Sensitivity
from casebook.domain.vocabulary import Vocabularies

ABSENCE_WORDS = {
    None: _("not recorded"),
    Absence.NONE_FOUND: _("looked for, none found"),
    Absence.NOT_APPLICABLE: _("not applicable"),
}

SENSITIVITY_WORDS = {
    Sensitivity.PUBLIC: _("Public"),
    Sensitivity.TRAINING: _("Training"),
    Sensitivity.PARTNER: _("Partner"),
    Sensitivity.INTERNAL: _("Internal"),
}


def number_words(value: float) -> str:
    """A number with thousands separated: 102193 reads "102,193", 93.5 reads "93.5"."""
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.6f}".rstrip("0").rstrip(".")


def _same(text: str) -> str:
    return text


@attrs.frozen(kw_only=True)
class Wording:
    """Puts values into words; the three functions translate labels and name countries and languages."""

    vocabularies: Vocabularies
    language: str = "en"
    translate: Callable[[str], str] = _same
    country: Callable[[str], str] = _same
    language_name: Callable[[str], str] = _same

    def term(self, vocabulary: str, term_id: str | None) -> str:
        """The label of a term; its id when the vocabulary is not there."""
        held = self.vocabularies.get(vocabulary)
        return held.label(term_id, self.language) if held else (term_id or "")

    def value(self, spec: FieldSpec, value: Any, case: Case) -> str:
        """One field's value in words; empty when not recorded."""
        if spec.is_empty(value):
            return ""
        if spec.many:
            return ", ".join(self._one(spec, item, case) for item in value)
        return self._one(spec, value, case)

    def _one(self, spec: FieldSpec, value: Any, case: Case) -> str:
        match spec.kind:
            case Kind.TERM | Kind.TERMS:
                return self.term(spec.vocabulary, value)
            case Kind.LINK | Kind.LINKS:
                target = case.find(value)
                return self.title(target, case) if target is not None else _("another record")
            case Kind.SCALE:
                words = self.translate(spec.words[value - spec.low]) if spec.low <= value <= spec.high else ""
                return f"{value} ({words})" if words else str(value)
            case Kind.FLAG:
                return self.translate(_("yes") if value else _("no"))
            case Kind.WHOLE | Kind.NUMBER:
                unit = self.translate(spec.unit)
                separator = "" if unit in ("%", "°") else " "
                return f"{number_words(value)}{separator}{unit}".strip()
            case Kind.COUNTRY | Kind.COUNTRIES:
                return self.country(value)
            case Kind.LANGUAGE:
                return self.language_name(value)
            case _:
                return str(value)

    def name(self, record: Record, case: Case) -> str:
        """What a record is called: its short form where it has one, else its summary field."""
        specs = field_specs(type(record))
        naming = [spec for spec in specs if spec.short_form] + [spec for spec in specs if spec.summary]
        names = (self.value(spec, getattr(record, spec.name), case) for spec in naming)
        return next((name for name in names if name), "")

    def title(self, record: Record, case: Case) -> str:
        """`name` on one line, or "Untitled challenge" when it has none."""
        name = " ".join(self.name(record, case).split())
        if name or isinstance(record, Case):
            return name or self.translate(_("Untitled case"))
        return self.translate(_("Untitled")) + " – " + self.translate(section_of(type(record)).singular)

    def facts(self, record: Record, case: Case) -> str:
        """A card's one line of facts: the recorded fact fields, joined by dots."""
        facts = (
            self.value(spec, getattr(record, spec.name), case)
            for spec in field_specs(type(record))
            if spec.fact
        )
        return " · ".join(fact for fact in facts if fact)

    def absence(self, absence: Absence | None) -> str:
        """Why a field is empty, in words."""
        return self.translate(ABSENCE_WORDS[absence])

    def sensitivity(self, level: Sensitivity) -> str:
        """A level of sensitivity in words."""
        return self.translate(SENSITIVITY_WORDS[level])
