"""Cases that are likely the same case written twice: how alike a pair is, and which pairs are worth looking at."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from heapq import nlargest
from itertools import combinations

import attrs

from casebook.domain.likeness import likeness, normal, words_of
from casebook.domain.marking import _
from casebook.domain.periods import Span, common_years, overlap
from casebook.domain.resemblance import AND_MORE, NAMED, SAME
from casebook.domain.wording import Wording

TITLE, REFERENCE, COUNTRIES, PERIOD, ACTORS = 0.5, 0.3, 0.15, 0.15, 0.2
"""What each counts, of those that are known of both."""
LIKELY = 0.7
"""Sameness from which a pair is listed."""
HINTED = 0.6
"""Sameness from which a case is pointed to while the title of a new one is typed."""
TELLING, BEGUN, INSIDE = 4, 3, 0.8
"""Letters of a word that tells something; how many such words make a beginning; what it counts to be all inside."""
RELATED = 0.4
"""Likeness of titles below which two cases are not the same, unless their reference is."""
RAREST = 4
"""Words of a title, the rarest, by which pairs are looked for."""
CROWD, NEAR = 40, 8
"""Cases with words in common from which on only those next to each other by title are held against each other."""
MOST = 500
"""Pairs that are listed."""

Cancelled = Callable[[], bool]
Places = tuple[int, int]


@attrs.frozen(kw_only=True, slots=False)
class Sketch:
    """As much of a case as tells whether it may be the same as another."""

    id: str
    title: str
    ref_code: str = ""
    countries: frozenset[str] = frozenset()
    period: Span | None = None
    actors: frozenset[str] = frozenset()

    @cached_property
    def words(self) -> frozenset[str]:
        """What stands for its title."""
        return words_of(self.title)


@attrs.frozen(kw_only=True)
class Likely:
    """Two cases that are likely the same, the older first."""

    one: Sketch
    other: Sketch
    score: float

    @property
    def pair(self) -> tuple[str, str]:
        """Their ids, the lesser first."""
        return pair_of(self.one.id, self.other.id)


def pair_of(one: str, other: str) -> tuple[str, str]:
    """Two ids in the one order that stands for the pair."""
    return (one, other) if one <= other else (other, one)


def sameness(one: Sketch, other: Sketch) -> float:
    """From 0 to 1, the same whichever comes first; what is not known of both makes no difference."""
    same_reference = _same_reference(one, other)
    titled = bool(one.words and other.words)
    titles = likeness(one.words, other.words)
    if not same_reference and (not titled or titles < RELATED):
        return 0.0
    parts = [(TITLE, titles)] if titled else []
    if same_reference:
        parts.append((REFERENCE, 1.0))
    if one.countries and other.countries:
        parts.append((COUNTRIES, len(one.countries & other.countries) / len(one.countries | other.countries)))
    if one.period and other.period:
        parts.append((PERIOD, overlap(one.period, other.period)))
    if one.actors and other.actors:
        fewer = min(len(one.actors), len(other.actors))
        parts.append((ACTORS, len(one.actors & other.actors) / fewer))
    return sum(counts * alike for counts, alike in parts) / sum(counts for counts, _alike in parts)


def looks_like(typed: Sketch, other: Sketch) -> float:
    """How likely a case whose title is still being typed is another: what is typed may be the beginning."""
    telling = [word for word in typed.words if len(word) >= TELLING or not word.isascii()]
    elsewhere = typed.countries and other.countries and typed.countries.isdisjoint(other.countries)
    another_time = typed.period and other.period and not overlap(typed.period, other.period)
    if len(telling) < BEGUN or elsewhere or another_time:
        return sameness(typed, other)
    # The last word may be half typed.
    known = sum(any(word.startswith(begun) for word in other.words) for begun in telling)
    return max(sameness(typed, other), INSIDE * known / len(telling))


def _same_reference(one: Sketch, other: Sketch) -> bool:
    return bool(one.ref_code.strip()) and normal(one.ref_code) == normal(other.ref_code)


def likely_duplicates(
    sketches: Sequence[Sketch], apart: frozenset[tuple[str, str]], cancelled: Cancelled, most: int = MOST
) -> tuple[Likely, ...]:
    """The pairs that are likely the same case, the likeliest first, but for those a person said are not.

    Not every pair is looked at, only those with a reference, or rarer words of their titles, in common.
    """

    def found() -> Iterator[tuple[float, Places]]:
        for one, other in worth_a_look(sketches, cancelled):
            score = sameness(sketches[one], sketches[other])
            if score >= LIKELY and pair_of(sketches[one].id, sketches[other].id) not in apart:
                yield score, (-one, -other)

    return tuple(
        Likely(one=sketches[-one], other=sketches[-other], score=round(score, 3))
        for score, (one, other) in nlargest(most, found())
    )


def worth_a_look(sketches: Sequence[Sketch], cancelled: Cancelled) -> Iterator[Places]:
    """Places of two sketches each, the lesser first, each pair once."""
    seen: set[Places] = set()
    frequent = Counter(word for sketch in sketches for word in sketch.words)
    for keys_of in (_by_reference, _by_title, _by_words, _by_country):
        blocks: dict[object, list[int]] = defaultdict(list)
        for place, sketch in enumerate(sketches):
            for key in keys_of(sketch, frequent):
                blocks[key].append(place)
        for block in blocks.values():
            if cancelled():
                return
            for pair in _pairs(block, sketches):
                if pair not in seen:
                    seen.add(pair)
                    yield pair


def _pairs(block: list[int], sketches: Sequence[Sketch]) -> Iterator[Places]:
    if len(block) <= CROWD:
        yield from combinations(block, 2)
        return
    ordered = sorted(block, key=lambda place: (normal(sketches[place].title), place))
    for at, place in enumerate(ordered):
        for other in ordered[at + 1 : at + 1 + NEAR]:
            yield (place, other) if place < other else (other, place)


def _by_reference(sketch: Sketch, _frequent: Mapping[str, int]) -> Iterable[object]:
    return (normal(sketch.ref_code),) if sketch.ref_code.strip() else ()


def _by_title(sketch: Sketch, _frequent: Mapping[str, int]) -> Iterable[object]:
    return (sketch.words,) if sketch.words else ()


def _by_words(sketch: Sketch, frequent: Mapping[str, int]) -> Iterable[object]:
    return combinations(_rarest(sketch, frequent), 2)


def _by_country(sketch: Sketch, frequent: Mapping[str, int]) -> Iterable[object]:
    return ((country, word) for country in sketch.countries for word in _rarest(sketch, frequent))


def _rarest(sketch: Sketch, frequent: Mapping[str, int]) -> list[str]:
    """Those of its words that few other titles have; a word no other has leads nowhere."""
    shared = sorted((frequent[word], word) for word in sketch.words if frequent[word] > 1)
    return sorted(word for _count, word in shared[:RAREST])


def pair_reasons(one: Sketch, other: Sketch, wording: Wording, names: Mapping[str, str]) -> tuple[str, ...]:
    """Why two cases may be the same, in words; `names` are those of actors."""
    tr = wording.translate
    told: list[str] = []
    if one.words and one.words == other.words:
        told.append(tr(_("same title")))
    elif likeness(one.words, other.words) >= RELATED:
        told.append(tr(_("title much alike")))
    if _same_reference(one, other):
        told.append(tr(_("same reference")))
    told += [wording.country(code) for code in sorted(one.countries & other.countries)]
    if one.period and other.period and (years := common_years(one.period, other.period)):
        told.append("–".join(dict.fromkeys(map(str, years))))
    actors = sorted(name for actor in one.actors & other.actors if (name := names.get(actor)))
    if actors:
        said = ", ".join(actors[:NAMED])
        if len(actors) > NAMED:
            said += " " + tr(AND_MORE).format(len(actors) - NAMED)
        told.append(tr(SAME).format(what=tr(_("Actors")).lower(), which=said))
    return tuple(told)
