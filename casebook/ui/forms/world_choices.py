"""Countries and languages to pick from, by name or code."""

from casebook.domain.fields import FieldSpec, Kind
from casebook.domain.folding import folded
from casebook.domain.records import Record
from casebook.iso_names import countries, country_name, language_name, languages, other_country_names
from casebook.ui.forms.choice import Choice
from casebook.ui.forms.form_context import FormContext
from casebook.ui.forms.matching import matches


class WorldChoices:
    """Countries of ISO 3166-1, or languages of ISO 639-1, in order of name."""

    def __init__(self, spec: FieldSpec, _context: FormContext) -> None:
        self._languages = spec.kind is Kind.LANGUAGE

    def set_record(self, record: Record) -> None:
        """Nothing depends on the record."""

    def find(self, typed: str) -> tuple[Choice, ...]:
        """Those whose name or code begins with what is typed; an exact code comes first."""
        names = languages() if self._languages else countries()
        others = {} if self._languages else other_country_names()
        rows = [
            self.of(code) for code, name in names.items() if matches(typed, name, code, *others.get(code, ()))
        ]
        wanted, beginning = typed.strip().upper(), folded(typed.strip())

        def likeness(row: Choice) -> int:
            codes = (row.value.upper(), *others.get(row.value, ())[:1])
            return 0 if wanted in codes else 1 if folded(row.label).startswith(beginning) else 2

        return tuple(sorted(rows, key=likeness))

    def of(self, value: str) -> Choice:
        """The country or language with this code."""
        name = language_name(value) if self._languages else country_name(value)
        return Choice(value=value, label=name, detail=value)

    def create(self, text: str) -> str:
        """Countries and languages are what the standards list.

        Raises:
            KeyError: always.
        """
        raise KeyError(text)

    def opens(self, _value: str) -> bool:
        """They have no page of their own."""
        return False
