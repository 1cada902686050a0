"""Controlled vocabularies: hierarchical terms with labels in several languages."""

from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from casebook.domain.errors import VocabularyError

FALLBACK = "en"
"""Language every label exists in."""


@attrs.frozen(kw_only=True)
class Term:
    """A term; `narrower` holds the terms below it, `broader` the id of the term above it."""

    id: str
    label: Mapping[str, str]
    definition: Mapping[str, str] = attrs.field(factory=dict)
    symbol: str = ""
    deprecated_by: str = ""
    broader: str = ""
    narrower: tuple["Term", ...] = ()

    def words(self, language: str = FALLBACK) -> str:
        """Its label in `language`, or in English."""
        return self.label.get(language) or self.label[FALLBACK]


@attrs.frozen(kw_only=True)
class Vocabulary:
    """A list of terms under one key; `terms` are the top-level ones."""

    key: str
    title: Mapping[str, str]
    terms: tuple[Term, ...]
    by_id: Mapping[str, Term] = attrs.field(eq=False, repr=False)

    def get(self, term_id: str | None) -> Term | None:
        """The term with this id; None if there is none."""
        return self.by_id.get(term_id or "")

    def label(self, term_id: str | None, language: str = FALLBACK) -> str:
        """The label of a term; a term that is not in the vocabulary shows its id."""
        term = self.get(term_id)
        return term.words(language) if term else (term_id or "")

    def path(self, term_id: str | None, language: str = FALLBACK) -> str:
        """The label with those above it: "Resource constraints › Funding"."""
        term = self.get(term_id)
        above = [term.words(language)] if term else [term_id or ""]
        while term and term.broader:
            term = self.by_id[term.broader]
            above.insert(0, term.words(language))
        return " › ".join(above)

    def walk(self) -> Iterator[tuple[int, Term]]:
        """Every term with its depth (0 for top level), in order."""

        def down(terms: tuple[Term, ...], depth: int) -> Iterator[tuple[int, Term]]:
            for term in terms:
                yield depth, term
                yield from down(term.narrower, depth + 1)

        yield from down(self.terms, 0)


Vocabularies = Mapping[str, Vocabulary]
"""All vocabularies by key."""


def languages_of(vocabularies: Vocabularies) -> tuple[str, ...]:
    """The languages, as ISO 639-1 codes, in which every list has its title; English first."""
    spoken = [set(one.title) for one in vocabularies.values()]
    common = set.intersection(*spoken) if spoken else set()
    return tuple(sorted(common | {FALLBACK}, key=lambda code: (code != FALLBACK, code)))


def vocabulary_of(data: Any) -> Vocabulary:
    """Build a vocabulary from its JSON form: `{key, title, terms: [{id, label, definition, symbol, narrower}]}`.

    Raises:
        VocabularyError: a key is missing, an id appears twice, or `deprecated_by` names no term.
    """
    by_id: dict[str, Term] = {}

    def build(raw: Any, broader: str) -> Term:
        term = Term(
            id=raw["id"],
            label=raw["label"],
            definition=raw.get("definition", {}),
            symbol=raw.get("symbol", ""),
            deprecated_by=raw.get("deprecated_by", ""),
            broader=broader,
            narrower=tuple(build(below, raw["id"]) for below in raw.get("narrower", ())),
        )
        if term.id in by_id or not term.label.get(FALLBACK):
            raise VocabularyError(f"The term “{term.id}” appears twice or has no English label.")
        by_id[term.id] = term
        return term

    try:
        terms = tuple(build(raw, "") for raw in data["terms"])
        vocabulary = Vocabulary(key=data["key"], title=data["title"], terms=terms, by_id=by_id)
    except (KeyError, TypeError, AttributeError) as error:
        raise VocabularyError(
            f"A vocabulary file is damaged: {error!r} is missing or of the wrong kind."
        ) from error
    lost = [term.id for term in by_id.values() if term.deprecated_by and term.deprecated_by not in by_id]
    if lost:
        raise VocabularyError(f"The term “{lost[0]}” points to a newer term that is not there.")
    return vocabulary
