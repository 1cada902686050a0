"""Terms of a vocabulary to pick from, as a tree."""

from casebook.domain.fields import FieldSpec
from casebook.domain.records import Record
from casebook.domain.vocabulary import Term
from casebook.ui.forms.choice import Choice
from casebook.ui.forms.form_context import FormContext
from casebook.ui.forms.matching import matches


class TermChoices:
    """All terms, or only those below the term that another field of the record holds."""

    def __init__(self, spec: FieldSpec, context: FormContext) -> None:
        self._spec, self._context = spec, context
        self._vocabulary = context.vocabulary(spec.vocabulary)
        self._above = ""

    def set_record(self, record: Record) -> None:
        """Follow the field that says within which term to stay."""
        if self._spec.within:
            self._above = getattr(record, self._spec.within) or ""

    def find(self, typed: str) -> tuple[Choice, ...]:
        """Terms that match in the language of the window or in English, each below the terms it stands in."""
        if not self._spec.within:
            return tuple(self._down(self._vocabulary.terms, typed, 0))
        above = self._vocabulary.get(self._above)
        return tuple(self._down(above.narrower, typed, 0)) if above is not None else ()

    def of(self, value: str) -> Choice:
        """The term; its id when the vocabulary does not know it."""
        term = self._vocabulary.get(value)
        if term is None:
            return Choice(value=value, label=value)
        return self._choice(term, 0)

    def create(self, text: str) -> str:
        """Terms are made in the vocabularies, never in passing.

        Raises:
            KeyError: always.
        """
        raise KeyError(text)

    def opens(self, _value: str) -> bool:
        """A term has no page of its own."""
        return False

    def _down(self, terms: tuple[Term, ...], typed: str, depth: int) -> list[Choice]:
        rows: list[Choice] = []
        for term in terms:
            if term.deprecated_by:
                continue
            below = self._down(term.narrower, typed, depth + 1)
            matched = matches(typed, *term.label.values(), term.id)
            if matched and typed:
                below = self._down(term.narrower, "", depth + 1)
            if matched or below:
                rows += [self._choice(term, depth, aside=not matched), *below]
        return rows

    def _choice(self, term: Term, depth: int, *, aside: bool = False) -> Choice:
        language = self._context.language
        label = term.words(language)
        return Choice(
            value=term.id,
            label=f"{term.symbol}  {label}" if term.symbol else label,
            shown=label if self._spec.within else self._vocabulary.path(term.id, language),
            definition=term.definition.get(language) or term.definition.get("en", ""),
            depth=depth,
            aside=aside,
        )
