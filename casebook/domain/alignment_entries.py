"""Rows that hold entries: which entries of several cases belong together, and which may."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import attrs

from casebook.domain.alignment_scalars import gap_state, presence
from casebook.domain.compared_case import ComparedCase
from casebook.domain.comparison import Cell, Decisions, Held, Mark, Pair, Row, RowKind, pair_of
from casebook.domain.declaration import SectionSpec
from casebook.domain.entry_identity import ENTRY, INSIDE, TERM, TITLE, Identity, Recogniser

Place = tuple[int, int]
"""Number of the case, and of the entry in its section."""
Groups = dict[Identity, list[Place]]


@attrs.frozen(kw_only=True)
class SectionAligner:
    """Aligns the entries of one section over all cases."""

    section: SectionSpec
    cases: Sequence[ComparedCase]
    decisions: Decisions
    recogniser: Recogniser
    labels: Mapping[str, str]
    """What the rows of the section above are called, by key."""

    def rows(self) -> tuple[Row, ...]:
        """The rows of the section; one that says so when no case has entries in it."""
        key = self.section.key
        if not any(case.sections[key] for case in self.cases):
            return (self._empty(),)
        held = self._held()
        groups = self._groups()
        related = self._related(groups)
        made = [
            (self._order(identity, places), self._row(identity, places, held, related.get(identity, ())))
            for identity, places in groups.items()
        ]
        return tuple(row for _order, row in sorted(made, key=lambda one: one[0]))

    def _empty(self) -> Row:
        key = self.section.key
        gaps = [case.section_gap(key) for case in self.cases]
        return Row(
            key=key,
            kind=RowKind.SECTION,
            section=key,
            field="",
            label=self.cases[0].wording.translate(self.section.title),
            state=gap_state(gaps),
            cells=tuple(Cell(mark=Mark.MISSING, gap=gap) for gap in gaps),
        )

    def _held(self) -> list[list[Held]]:
        """Every entry, case by case; entries are claims where any of them has evidence in any case."""
        key = self.section.key
        claiming = not self.section.shared and any(
            record.id in case.claimed for case in self.cases for record in case.sections[key]
        )
        return [[case.held(record, claiming) for record in case.sections[key]] for case in self.cases]

    def _groups(self) -> Groups:
        """Which entries share a row: those a person joined, then those recognised as the same, less those kept apart."""
        known: dict[str, tuple[int, str]] = {}
        places: dict[str, list[Place]] = defaultdict(list)
        identities: dict[str, Identity] = {}
        for number, case in enumerate(self.cases):
            for at, record in enumerate(case.sections[self.section.key]):
                places[record.id].append((number, at))
                found = self.recogniser.identity(record, case)
                if record.id not in known or found.rank < known[record.id]:
                    known[record.id], identities[record.id] = found.rank, found
        bundles = joined(identities, self.decisions)
        together: dict[Identity, list[list[str]]] = defaultdict(list)
        for bundle in bundles:
            identity = min((identities[one] for one in bundle), key=lambda one: one.rank)
            together[identity].append(bundle)
        groups: Groups = {}
        for identity, held in together.items():
            for number, ids in enumerate(parted(held, self.decisions)):
                name = Identity(ENTRY, min(ids)) if number or identity.by == TITLE else identity
                groups[name] = sorted(place for one in ids for place in places[one])
        return groups

    def _related(self, groups: Groups) -> dict[Identity, list[Place]]:
        """For each row of a term, the entries of rows of broader and narrower terms."""
        related: dict[Identity, list[Place]] = defaultdict(list)
        for identity in groups:
            if identity.by != TERM:
                continue
            for broader in self.recogniser.broader(identity.value):
                above = Identity(TERM, broader)
                if above in groups:
                    related[identity] += groups[above]
                    related[above] += groups[identity]
        return related

    def _order(self, identity: Identity, places: list[Place]) -> tuple[int, int, int, str]:
        """In what most cases have first, then as it stands in the cases; the same whatever order they are in."""
        rank = list(self.labels).index(identity.value) if identity.by == INSIDE else len(self.labels)
        count = len({number for number, _at in places})
        return rank, -count, min(at for _number, at in places), self._key(identity)

    def _key(self, identity: Identity) -> str:
        return f"{self.section.key}/{identity.by}:{identity.value}"

    def _row(
        self, identity: Identity, places: list[Place], held: list[list[Held]], related: Iterable[Place]
    ) -> Row:
        near: dict[int, list[Held]] = defaultdict(list)
        for number, at in sorted(related):
            near[number].append(held[number][at])
        entries: dict[int, list[Held]] = defaultdict(list)
        for number, at in places:
            entries[number].append(held[number][at])
        state, mark = presence(len(entries), len(self.cases))
        cells = tuple(
            Cell(
                mark=mark,
                words=tuple(one.words for one in entries[number]),
                marks=(mark,) * len(entries[number]),
                entries=tuple(entries[number]),
            )
            if number in entries
            else Cell(
                mark=Mark.RELATED if number in near else Mark.MISSING,
                gap=case.section_gap(self.section.key),
                related=tuple(near.get(number, ())),
            )
            for number, case in enumerate(self.cases)
        )
        return Row(
            key=self._key(identity),
            kind=RowKind.ENTRIES,
            section=self.section.key,
            field="parent" if identity.by == INSIDE else self.recogniser.field,
            label=self._label(identity, [one for held in entries.values() for one in held]),
            state=state,
            cells=cells,
            parent=identity.value if identity.by == INSIDE else "",
        )

    def _label(self, identity: Identity, entries: list[Held]) -> str:
        if identity.by == TERM and self.recogniser.deciding:
            return self.cases[0].wording.term(self.recogniser.deciding.vocabulary, identity.value)
        if identity.by == INSIDE:
            return self.labels[identity.value]
        return min((held.id, held.words) for held in entries)[1]


def joined(ids: Iterable[str], decisions: Decisions) -> list[list[str]]:
    """Entries that a person said are the same, bundled; a pair that must stay apart is never bundled."""
    bundle: dict[str, list[str]] = {one: [one] for one in ids}
    for one, other in sorted(decisions.same):
        left, right = bundle.get(one), bundle.get(other)
        if left is None or right is None or left is right or clash(left, right, decisions.apart):
            continue
        left += right
        for moved in right:
            bundle[moved] = left
    return list({id(held): held for held in bundle.values()}.values())


def parted(bundles: list[list[str]], decisions: Decisions) -> list[list[str]]:
    """Bundles recognised as the same, in as few groups as keep apart what must be; the oldest entry in the first."""
    if not decisions.apart:
        return [[one for bundle in bundles for one in bundle]]
    groups: list[list[str]] = []
    for bundle in sorted(bundles, key=min):
        for group in groups:
            if not clash(group, bundle, decisions.apart):
                group += bundle
                break
        else:
            groups.append(list(bundle))
    return groups


def clash(left: Sequence[str], right: Sequence[str], apart: frozenset[Pair]) -> bool:
    """Whether a person said that something of the one is not the same as something of the other."""
    return bool(apart) and any(pair_of(one, other) in apart for one in left for other in right)
