"""How like one another two cases are: what they have in common, rare things weighing more than frequent ones."""

import math
from collections.abc import Iterable, Mapping

import attrs

from casebook.domain.aspects import Aspect, Traits
from casebook.domain.fields import Kind
from casebook.domain.grounds import term_label
from casebook.domain.marking import _
from casebook.domain.periods import common_years, overlap
from casebook.domain.wording import Wording

PERIOD = 1.5
"""What it counts that two cases were at the same time."""
REASONS, NAMED = 5, 3
"""Reasons that are given, and terms that are named in each."""
LONGEST = 48
"""Characters of a name before it is cut."""
FEW = 4
"""Cases from which on it can be told what most of them have."""
SAME, AND_MORE = _("same {what}: {which}"), _("and {} more")
SELF_EVIDENT = frozenset({Kind.COUNTRY, Kind.COUNTRIES})
"""Kinds whose names say by themselves what they are."""


@attrs.frozen(kw_only=True)
class Rarity:
    """How many cases there are, and in how many of them each term stands."""

    cases: int
    held_by: Mapping[tuple[str, str], int]
    aspects: Mapping[str, Aspect]

    def weight(self, term: tuple[str, str]) -> float:
        """What it counts that two cases have this term in common: the rarer it is the more."""
        aspect, held_by = self.aspects[term[0]], max(self.held_by.get(term, 1), 1)
        return weight(aspect, held_by, self.cases)

    def is_usual(self, term: tuple[str, str]) -> bool:
        """Whether most cases have this term."""
        return self.cases >= FEW and 2 * self.held_by.get(term, 1) > self.cases


def weight(aspect: Aspect, held_by: int, cases: int) -> float:
    """What a term of `aspect` counts that stands in `held_by` of so many cases (inverse document frequency)."""
    if aspect.private and held_by < 2:
        return 0.0
    return aspect.weight * math.log((max(cases, held_by) + 1) / held_by)


def rarity_of(traits: Iterable[Traits], aspects: Iterable[Aspect]) -> Rarity:
    """Counted over the traits of all cases."""
    held_by: dict[tuple[str, str], int] = {}
    cases = 0
    for one in traits:
        cases += 1
        for term in one.terms:
            held_by[term] = held_by.get(term, 0) + 1
    return Rarity(cases=cases, held_by=held_by, aspects={aspect.key: aspect for aspect in aspects})


def resemblance(one: Traits, other: Traits, rarity: Rarity) -> float:
    """From 0 to 1, the same whichever comes first: what they share over the mean of what each has (Ochiai)."""
    shared = sum(rarity.weight(term) for term in one.terms & other.terms)
    if one.period and other.period:
        shared += PERIOD * overlap(one.period, other.period)
    return share(shared, richness(one, rarity), richness(other, rarity))


def richness(traits: Traits, rarity: Rarity) -> float:
    """What all that is known of a case counts."""
    return sum(map(rarity.weight, traits.terms)) + (PERIOD if traits.period else 0.0)


def share(shared: float, one: float, other: float) -> float:
    """What is shared, over the geometric mean of what each has."""
    return min(shared / math.sqrt(one * other), 1.0) if one > 0 and other > 0 else 0.0


@attrs.frozen(kw_only=True)
class Reason:
    """Terms of one aspect that two cases have in common, the weightiest first; `years` for the period instead."""

    aspect: Aspect | None = None
    terms: tuple[str, ...] = ()
    years: tuple[int, int] | None = None


def reasons(one: Traits, other: Traits, rarity: Rarity) -> tuple[Reason, ...]:
    """Why two cases are alike, the weightiest first; what most cases have only where there is nothing else."""
    shared = [(-counts, *term) for term in one.terms & other.terms if (counts := rarity.weight(term)) > 0]
    telling = [held for held in shared if not rarity.is_usual(held[1:])]
    by_aspect: dict[str, list[tuple[float, str]]] = {}
    for counts, key, term in telling or shared:
        by_aspect.setdefault(key, []).append((counts, term))
    found = [
        (sum(counts for counts, _term in held), key, sorted(held)) for key, held in sorted(by_aspect.items())
    ]
    told = [
        Reason(aspect=rarity.aspects[key], terms=tuple(term for _counts, term in held))
        for _counts, key, held in sorted(found)
    ]
    if one.period and other.period and (years := common_years(one.period, other.period)):
        told.insert(REASONS - 1, Reason(years=years))
    return tuple(told[:REASONS])


def reason_words(reason: Reason, wording: Wording, names: Mapping[str, str]) -> str:
    """A reason as people say it: "same frameworks: 3D approach, SSR", "Liberia", "2003–2005"."""
    tr = wording.translate
    if reason.aspect is None:
        first, last = reason.years or (0, 0)
        return str(first) if first == last else f"{first}–{last}"
    words = [_named(reason.aspect, term, wording, names) for term in reason.terms]
    words = [_cut(word) for word in words if word]
    said = ", ".join(words[:NAMED])
    if len(words) > NAMED:
        said += " " + tr(AND_MORE).format(len(words) - NAMED)
    if (
        reason.aspect.spec is not None
        and not reason.aspect.section
        and reason.aspect.spec.kind in SELF_EVIDENT
    ):
        return said
    return tr(SAME).format(what=reason.aspect.label(wording, len(words)), which=said)


def _cut(words: str) -> str:
    return words if len(words) <= LONGEST else words[: LONGEST - 1].rstrip() + "…"


def _named(aspect: Aspect, term: str, wording: Wording, names: Mapping[str, str]) -> str:
    if aspect.spec is None:
        return names.get(term, "")
    return term_label(aspect.spec, term, wording, dict(names))
