"""Finding values by what they are called: whole names first, then names that begin so, then names that hold the words."""

from collections.abc import Iterable, Iterator

from casebook.domain.vocabulary import Term, Vocabulary
from casebook.services.regions import regions
from casebook.storage.words import cut

Named = tuple[str, tuple[str, ...]]
"""A value and one of its names, cut into words."""


def begins(name: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Whether a name begins with these words, the last of them with its beginning."""
    return bool(words) and _stand_at(name, words, 0)


def holds(name: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Whether these words stand side by side in a name, the last as the beginning of one."""
    return any(_stand_at(name, words, at) for at in range(len(name) - len(words) + 1))


def is_named(name: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Whether these words stand side by side in a name, each whole."""
    return any(name[at : at + len(words)] == words for at in range(len(name) - len(words) + 1))


def _stand_at(name: tuple[str, ...], words: tuple[str, ...], at: int) -> bool:
    end = at + len(words)
    return end <= len(name) and name[at : end - 1] == words[:-1] and name[end - 1].startswith(words[-1])


def best(named: Iterable[Named], value: str) -> list[str]:
    """What goes by exactly this name, else what has a name that holds it."""
    every, words = list(named), cut(value)
    exact = [key for key, name in every if name == words]
    found = exact or [key for key, name in every if words and begins(name, words)]
    return list(dict.fromkeys(found or [key for key, name in every if words and holds(name, words)]))


def free(values: Iterable[str], value: str) -> list[str]:
    """Of free words, such as tags and names of people, those that are exactly these, else those that hold them."""
    every, words = list(values), cut(value)
    exact = [one for one in every if one == value or (words and cut(one) == words)]
    return exact or [one for one in every if words and holds(cut(one), words)]


def term_names(vocabulary: Vocabulary) -> Iterator[Named]:
    """Every term under its id, its sign and its label in each language."""
    for _depth, term in vocabulary.walk():
        for name in dict.fromkeys((term.id, term.symbol, *term.label.values())):
            if words := cut(name):
                yield term.id, words


def terms(vocabulary: Vocabulary, value: str) -> Iterator[str]:
    """The terms that go by this name, and all below them."""
    for term_id in best(term_names(vocabulary), value):
        term = vocabulary.get(term_id)
        if term is not None:
            yield from below(term)


def below(term: Term) -> Iterator[str]:
    """The id of a term and of all below it."""
    yield term.id
    for narrower in term.narrower:
        yield from below(narrower)


def region_names() -> Iterator[Named]:
    """Every region under its id and its name in each language."""
    for region in regions():
        for name in (region.id, *region.label.values()):
            yield region.id, cut(name)
