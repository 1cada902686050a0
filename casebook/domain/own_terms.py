"""What a library adds to the vocabularies as shipped: terms, words, an order, and terms that are no longer offered."""

from collections.abc import Mapping
from typing import Any

import attrs

from casebook.domain.errors import VocabularyError
from casebook.domain.marking import _
from casebook.domain.vocabulary import FALLBACK, Term, Vocabularies, Vocabulary

LONGEST_LABEL, LONGEST_DEFINITION, LONGEST_ID = 200, 2000, 100
"""Characters of a label, of what a term means, and of an id."""
MOST = 2000
"""Terms a library may add to one list."""
DEEPEST = 6
"""Terms that may stand above a term."""

Words = Mapping[str, str]
"""A text by language."""

DAMAGED = _("What this library adds to a word list is damaged.")


@attrs.frozen(kw_only=True)
class Additions:
    """What a library says about one vocabulary; `labels` and `definitions` are new words for terms as shipped."""

    terms: tuple[Term, ...] = ()
    """Terms of the library's own, each with the one above it in `broader`, none with `narrower`."""
    labels: Mapping[str, Words] = attrs.field(factory=dict)
    definitions: Mapping[str, Words] = attrs.field(factory=dict)
    retired: Mapping[str, str] = attrs.field(factory=dict)
    """The term to use instead, by the id of each term that is no longer offered."""
    order: Mapping[str, tuple[str, ...]] = attrs.field(factory=dict)
    """Ids in their order, by the id of the term above them; empty for the top."""

    def own(self, term_id: str) -> Term | None:
        """The library's own term with this id."""
        return next((term for term in self.terms if term.id == term_id), None)


NOTHING_ADDED = Additions()


def overlaid(shipped: Vocabularies, additions: Mapping[str, Additions]) -> Vocabularies:
    """The vocabularies as a library has them; those it adds nothing to stay the same values."""
    if not additions:
        return shipped
    return {
        key: overlaid_list(vocabulary, additions[key]) if key in additions else vocabulary
        for key, vocabulary in shipped.items()
    }


def overlaid_list(shipped: Vocabulary, more: Additions) -> Vocabulary:
    """One vocabulary as a library has it.

    What does not fit is passed over, so that every list can be read: an own term whose id is shipped meanwhile, a term
    above that is not there or stands in a circle, a replacement that leads nowhere.
    """
    flat: dict[str, Term] = {}
    for _depth, term in shipped.walk():
        label = {**term.label, **more.labels.get(term.id, {})}
        definition = {**term.definition, **more.definitions.get(term.id, {})}
        flat[term.id] = attrs.evolve(term, label=label, definition=definition, narrower=())
    for term in more.terms:
        flat.setdefault(term.id, term)
    above = {term_id: _above(flat, term_id) for term_id in flat}
    instead = _replacements(flat, more.retired)
    below: dict[str, list[str]] = {}
    for term_id in flat:
        below.setdefault(above[term_id], []).append(term_id)
    by_id: dict[str, Term] = {}

    def built(broader: str) -> tuple[Term, ...]:
        ranks = {term_id: rank for rank, term_id in enumerate(more.order.get(broader, ()))}
        # Python's sort keeps what it is not told about where it was: new terms of a later version come last.
        ids = sorted(below.get(broader, ()), key=lambda term_id: ranks.get(term_id, len(ranks)))
        return tuple(placed(term_id, broader) for term_id in ids)

    def placed(term_id: str, broader: str) -> Term:
        by_id[term_id] = attrs.evolve(
            flat[term_id],
            broader=broader,
            deprecated_by=instead.get(term_id, ""),
            narrower=built(term_id),
        )
        return by_id[term_id]

    return Vocabulary(key=shipped.key, title=shipped.title, terms=built(""), by_id=by_id)


def _above(flat: Mapping[str, Term], term_id: str) -> str:
    """The id of the term above, or nothing when the way up does not end."""
    broader = flat[term_id].broader
    at, steps = broader, 0
    while at:
        steps += 1
        if at not in flat or at == term_id or steps > DEEPEST:
            return ""
        at = flat[at].broader
    return broader


def _replacements(flat: Mapping[str, Term], retired: Mapping[str, str]) -> dict[str, str]:
    instead = {term.id: term.deprecated_by for term in flat.values() if term.deprecated_by}
    for term_id, newer in retired.items():
        if term_id in flat and newer in flat and not leads_to(instead, newer, term_id):
            instead[term_id] = newer
    return instead


def leads_to(instead: Mapping[str, str], start: str, end: str) -> bool:
    """Whether going from replacement to replacement from `start` arrives at `end`, or never ends."""
    at, steps = start, 0
    while at and at != end and steps <= len(instead):
        at, steps = instead.get(at, ""), steps + 1
    return bool(at)


def plain_additions(more: Additions) -> dict[str, Any]:
    """Additions as JSON holds them; what is empty is left out."""
    terms = [
        {
            "id": term.id,
            "label": dict(term.label),
            **({"definition": dict(term.definition)} if term.definition else {}),
            **({"broader": term.broader} if term.broader else {}),
        }
        for term in more.terms
    ]
    words = {
        name: {term_id: dict(held) for term_id, held in mapping.items()}
        for name, mapping in (("labels", more.labels), ("definitions", more.definitions))
    }
    order = {above: list(ids) for above, ids in more.order.items()}
    whole = {"terms": terms, **words, "retired": dict(more.retired), "order": order}
    return {name: value for name, value in whole.items() if value}


def additions_of(data: Any) -> Additions:
    """Build additions from their JSON form.

    Raises:
        VocabularyError: something is of the wrong kind, too long or too much.
    """
    terms = tuple(own_term_of(raw) for raw in _list(_mapping(data).get("terms", [])))
    if len(terms) > MOST or len({term.id for term in terms}) != len(terms):
        raise VocabularyError(DAMAGED)
    return Additions(
        terms=terms,
        labels={_id(key): _words(held, LONGEST_LABEL) for key, held in _part(data, "labels").items()},
        definitions={
            _id(key): _words(held, LONGEST_DEFINITION) for key, held in _part(data, "definitions").items()
        },
        retired={_id(key): _id(newer) for key, newer in _part(data, "retired").items()},
        order={
            _text(key, LONGEST_ID): tuple(_id(one) for one in _list(ids))
            for key, ids in _part(data, "order").items()
        },
    )


def own_term_of(raw: Any) -> Term:
    """A term from its JSON form `{id, label, definition, broader}`.

    Raises:
        VocabularyError: something is of the wrong kind or too long.
    """
    held = _mapping(raw)
    label = _words(held.get("label", {}), LONGEST_LABEL)
    if not label:
        raise VocabularyError(DAMAGED)
    if FALLBACK not in label:
        label[FALLBACK] = next(iter(label.values()))
    return Term(
        id=_id(held.get("id")),
        label=label,
        definition=_words(held.get("definition", {}), LONGEST_DEFINITION),
        broader=_text(held.get("broader", ""), LONGEST_ID),
    )


def _part(data: Any, name: str) -> Mapping[str, Any]:
    return _mapping(_mapping(data).get(name, {}))


def _mapping(value: Any) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise VocabularyError(DAMAGED)
    return value


def _list(value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise VocabularyError(DAMAGED)
    return value


def _words(value: Any, longest: int) -> dict[str, str]:
    words = {_text(language, 20): _text(text, longest) for language, text in _mapping(value).items()}
    return {language: text for language, text in words.items() if language and text}


def _id(value: Any) -> str:
    if not value:
        raise VocabularyError(DAMAGED)
    return _text(value, LONGEST_ID)


def _text(value: Any, longest: int) -> str:
    if not isinstance(value, str) or len(value) > longest:
        raise VocabularyError(DAMAGED)
    return value
