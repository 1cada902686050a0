"""Terms of a vocabulary to pick from, as a tree."""

from casebook.domain.fields import FieldSpec
from casebook.domain.records import Record
from casebook.domain.vocabulary import Term, Vocabulary
from casebook.ui.forms.choice import Choice
from casebook.ui.forms.form_context import FormContext
from casebook.ui.forms.matching import matches


class TermChoices:
    """All terms, or only those below the term that another field of the record holds."""

    def __init__(self, spec: FieldSpec, context: FormContext) -> None:
        self._spec, self._context = spec, context
        self._above = ""

    @property
    def _vocabulary(self) -> Vocabulary:
        """As the open library has it now."""
        return self._context.vocabulary(self._spec.vocabulary)

    def set_record(self, record: Record) -> None:
        """Follow the field that says within which term to stay."""
        if self._spec.within:
            self._above = getattr(record, self._spec.within) or ""

    def find(self, typed: str) -> tuple[Choice, ...]:
        """Terms that match in any of their languages, each below the terms it stands in; if none, an offer to add one."""
        above = self._vocabulary.get(self._above) if self._spec.within else None
        if self._spec.within and above is None:
            return ()
        found = self._down(above.narrower if above is not None else self._vocabulary.terms, typed, 0)
        name = " ".join(typed.split())
        if not found and name and self._context.may_add_term(self._spec.vocabulary):
            found.append(Choice(value="", label=name, creates=True, offer=self._offer(name)))
        return tuple(found)

    def of(self, value: str) -> Choice:
        """The term; its id when the vocabulary does not know it."""
        term = self._vocabulary.get(value)
        if term is None:
            return Choice(value=value, label=value)
        return self._choice(term, 0)

    def create(self, text: str) -> str:
        """Add a term called so to the list, below the one that another field of the record holds.

        Raises:
            VocabularyError: the list takes no such term.
        """
        return self._context.add_term(self._spec.vocabulary, text, self._above)

    def opens(self, _value: str) -> bool:
        """A term has no page of its own."""
        return False

    def _offer(self, name: str) -> str:
        return self._context.tr("Add “{name}” to this list").format(name=name)

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
