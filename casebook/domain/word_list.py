"""A word list as people change it: the vocabulary as shipped and what the library adds, each change a new value."""

import hashlib
import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

import attrs

from casebook.domain.errors import VocabularyError
from casebook.domain.marking import _
from casebook.domain.own_terms import (
    DEEPEST,
    LONGEST_DEFINITION,
    LONGEST_ID,
    LONGEST_LABEL,
    MOST,
    NOTHING_ADDED,
    Additions,
    Words,
    leads_to,
    overlaid_list,
)
from casebook.domain.vocabulary import FALLBACK, Term, Vocabulary

FIXED = frozenset(
    {
        *("consent", "credibility", "evidence-stance", "indicator-direction", "outcome-direction"),
        *("place-precision", "reliability", "status"),
    }
)
"""Lists whose terms Casebook itself acts on: their words may change, their terms may not."""


@attrs.frozen(kw_only=True)
class WordList:
    """Every method that changes something returns the list as it is then, or raises VocabularyError with the reason."""

    shipped: Vocabulary
    more: Additions = NOTHING_ADDED

    @property
    def key(self) -> str:
        """The key of the vocabulary."""
        return self.shipped.key

    @property
    def fixed(self) -> bool:
        """Whether terms can only be given other words."""
        return self.key in FIXED

    @cached_property
    def listed(self) -> Vocabulary:
        """The vocabulary as the library has it."""
        return overlaid_list(self.shipped, self.more)

    def is_own(self, term_id: str) -> bool:
        """Whether the library added this term."""
        return self.shipped.get(term_id) is None and self.more.own(term_id) is not None

    def is_reworded(self, term_id: str) -> bool:
        """Whether the library gives this shipped term words of its own."""
        return term_id in self.more.labels or term_id in self.more.definitions

    def siblings(self, broader: str) -> tuple[Term, ...]:
        """The terms right below another; those at the top for an empty id."""
        above = self.listed.get(broader)
        return above.narrower if above is not None else self.listed.terms

    def adding(self, label: str, language: str, broader: str = "", after: str = "") -> tuple["WordList", str]:
        """Add a term below `broader`, behind the term `after` or at the end; returns its id as well."""
        self._refuse_fixed()
        label = _one_line(label)
        self._refuse_label(label, broader)
        if len(self.more.terms) >= MOST:
            raise VocabularyError(_("This list holds as many words as it can. Delete one that is not used."))
        if broader and self._depth(broader) >= DEEPEST:
            raise VocabularyError(_("Words cannot stand deeper than this."))
        term_id = fresh_id(self.listed, label)
        term = Term(id=term_id, label={language: label, FALLBACK: label}, broader=broader)
        made = self._with(terms=(*self.more.terms, term))
        if not after:
            return made, term_id
        ids = [one.id for one in self.siblings(broader)]
        return made.placing(term_id, ids.index(after) + 1 if after in ids else len(ids)), term_id

    def relabelling(self, term_id: str, words: Words) -> "WordList":
        """Give a term other labels in some languages; an empty text takes the library's own away."""
        cleaned = {language: _one_line(text) for language, text in words.items()}
        term = self._term(term_id)
        for language, text in cleaned.items():
            if text and text != term.label.get(language):
                self._refuse_label(text, term.broader, term_id)
        return self._reworded("label", term_id, cleaned)

    def defining(self, term_id: str, words: Words) -> "WordList":
        """Say in some languages what a term means; an empty text takes the library's own words away."""
        cleaned = {language: text.strip()[:LONGEST_DEFINITION] for language, text in words.items()}
        return self._reworded("definition", term_id, cleaned)

    def retiring(self, term_id: str, newer: str) -> "WordList":
        """Offer a term no longer; cases that use it still read, and are told to use `newer`."""
        self._refuse_fixed()
        term, by = self._term(term_id), self._term(newer)
        if any(not below.deprecated_by for below in term.narrower):
            raise VocabularyError(_("There are words below this one; retire those first."))
        instead = {one.id: one.deprecated_by for one in self.listed.by_id.values() if one.deprecated_by}
        if by.deprecated_by or leads_to(instead, newer, term_id):
            raise VocabularyError(
                _("“{}” is not offered any longer itself; choose another.").format(by.words())
            )
        return self._with(retired={**self.more.retired, term_id: newer})

    def offering(self, term_id: str) -> "WordList":
        """Offer a term again."""
        return self._with(retired=_without(self.more.retired, term_id))

    def deleting(self, term_id: str) -> "WordList":
        """Take one of the library's own terms away; whether a case uses it is for the caller to know."""
        if not self.is_own(term_id):
            raise VocabularyError(_("Words that came with Casebook stay; this one can be retired."))
        if self._term(term_id).narrower:
            raise VocabularyError(_("There are words below this one; delete those first."))
        if any(one.deprecated_by == term_id for one in self.listed.by_id.values()):
            raise VocabularyError(_("This word stands in for one that was retired; it has to stay."))
        order = {above: tuple(one for one in ids if one != term_id) for above, ids in self.more.order.items()}
        return self._with(
            terms=tuple(term for term in self.more.terms if term.id != term_id),
            retired=_without(self.more.retired, term_id),
            order=order,
        )

    def placing(self, term_id: str, place: int) -> "WordList":
        """Put a term at a place among those beside it, counted from 0; past the ends, first or last."""
        self._refuse_fixed()
        broader = self._term(term_id).broader
        ids = [one.id for one in self.siblings(broader) if one.id != term_id]
        ids.insert(max(place, 0), term_id)
        return self._with(order={**self.more.order, broader: tuple(ids)})

    def _with(self, **parts: Any) -> "WordList":
        return attrs.evolve(self, more=attrs.evolve(self.more, **parts))

    def _reworded(self, part: str, term_id: str, words: Words) -> "WordList":
        self._term(term_id)
        own = self.more.own(term_id) if self.is_own(term_id) else None
        if own is not None:
            held = _cleared({**getattr(own, part), **words})
            if part == "label" and FALLBACK not in held:
                raise VocabularyError(_("A word needs a label in English, or in one language at least."))
            parts: dict[str, Any] = {part: held}
            changed = attrs.evolve(own, **parts)
            return self._with(
                terms=tuple(changed if term.id == term_id else term for term in self.more.terms)
            )
        name = f"{part}s"
        as_shipped: Mapping[str, str] = getattr(self.shipped.by_id[term_id], part)
        mine = _cleared({**getattr(self.more, name).get(term_id, {}), **words})
        mine = {language: text for language, text in mine.items() if text != as_shipped.get(language)}
        everything = _without(getattr(self.more, name), term_id)
        return self._with(**{name: {**everything, term_id: mine} if mine else everything})

    def _term(self, term_id: str) -> Term:
        term = self.listed.get(term_id)
        if term is None:
            raise VocabularyError(_("This word is no longer in the list."))
        return term

    def _depth(self, term_id: str) -> int:
        return 1 + sum(1 for _above in self._above(term_id))

    def _above(self, term_id: str) -> Iterator[str]:
        at = self._term(term_id).broader
        while at:
            yield at
            at = self.listed.by_id[at].broader

    def _refuse_fixed(self) -> None:
        if self.fixed:
            raise VocabularyError(
                _("Casebook itself goes by the terms of this list, so only their words can be changed.")
            )

    def _refuse_label(self, label: str, broader: str, but: str = "") -> None:
        if not label:
            raise VocabularyError(_("Write the word first."))
        for term in self.siblings(broader):
            if term.id != but and label.casefold() in (one.casefold() for one in term.label.values()):
                raise VocabularyError(_("“{}” is in this list already.").format(label))


def fresh_id(vocabulary: Vocabulary, label: str) -> str:
    """An id that reads like the label, so that a case makes sense where the term is not known: "river-crossings".

    The same label becomes the same id in every library, as long as the list has no such id yet.
    """
    split = unicodedata.normalize("NFKD", label).encode("ascii", "ignore").decode().lower()
    words = "-".join(re.findall(r"[a-z0-9]+", split))[: LONGEST_ID - 20].strip("-")
    letters = sum(sign.isalnum() for sign in label)
    if len(words.replace("-", "")) * 2 < letters or not words:
        # Most of the label is written in other letters.
        words = f"term-{hashlib.sha256(label.encode('utf-8', 'surrogatepass')).hexdigest()[:10]}"
    wanted, count = words, 1
    while wanted in vocabulary.by_id:
        count += 1
        wanted = f"{words}-{count}"
    return wanted


def _one_line(text: str) -> str:
    return " ".join(text.split())[:LONGEST_LABEL].strip()


def _cleared(words: Words) -> dict[str, str]:
    return {language: text for language, text in words.items() if text}


def _without(mapping: Mapping[str, Any], key: str) -> dict[str, Any]:
    return {one: value for one, value in mapping.items() if one != key}
