"""Many cases at once, for one's own eyes or for an audience: their counts, the cases themselves, single passages."""

from collections.abc import Callable, Iterator, Sequence

import attrs

from casebook.domain.case import Case
from casebook.domain.errors import AudienceError, NotFoundError
from casebook.domain.fields import field_specs
from casebook.domain.grounds import Ground
from casebook.domain.measures import COUNT, Measure
from casebook.domain.pseudonyms import PSEUDONYM
from casebook.domain.records import Record, Sensitivity
from casebook.domain.redaction import redact
from casebook.domain.tally import Passage, Tally, Tallying, passages
from casebook.domain.wording import Wording
from casebook.storage.library import Library
from casebook.storage.listing import ListQuery

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]


def quiet(_done: int, _of: int) -> None:
    """For who does not want to be told."""


def never() -> bool:
    """For who does not stop."""
    return False


@attrs.frozen(kw_only=True)
class Reader:
    """Reads from a library what `audience` may see; all there is when it is None."""

    library: Library
    audience: Sensitivity | None = None
    country: Callable[[str], str] = str
    progress: Progress = quiet
    cancelled: Cancelled = never

    def every_id(self) -> list[str]:
        """Ids of all cases that are not in the Trash, by title."""
        return self.library.cases.ids(ListQuery(sort="title", descending=False))

    def cases(self, case_ids: Sequence[str]) -> Iterator[Case]:
        """The cases in order; those above the audience, and those that are gone, are left out."""
        known = self._known()
        for place, case_id in enumerate(dict.fromkeys(case_ids)):
            if self.cancelled():
                return
            self.progress(place, len(case_ids))
            try:
                case = self.library.cases.load(case_id)
                yield case if self.audience is None else redact(case, self.audience, known, self.country)[0]
            except (AudienceError, NotFoundError):
                continue

    def tally(self, ground: Ground, measure: Measure = COUNT, case_ids: Sequence[str] | None = None) -> Tally:
        """The counts of a ground: by the database, or, for an audience, over cases that were redacted one by one."""
        return self.tallies([(ground, measure)], case_ids)[0]

    def tallies(
        self, wanted: Sequence[tuple[Ground, Measure]], case_ids: Sequence[str] | None = None
    ) -> list[Tally]:
        """The counts of several grounds; each case is read once."""
        if self.audience is None:
            return [self.library.counts.tally(ground, measure, case_ids) for ground, measure in wanted]
        ids = self.every_id() if case_ids is None else case_ids
        counted = [Tallying(ground, measure) for ground, measure in wanted]
        seen = 0
        for case in self.cases(ids):
            seen += 1
            for one in counted:
                one.add(case)
        results = [one.result() for one in counted]
        return [attrs.evolve(one, left_out=len(dict.fromkeys(ids)) - seen) for one in results]

    def passages(
        self, case_ids: Sequence[str], wanted: Sequence[tuple[Ground, str]], wording: Wording
    ) -> list[Passage]:
        """The entries of some cases that stand for any of the terms, each entry once."""

        def words(entry: Record, case: Case) -> tuple[str, str]:
            return wording.title(entry, case), wording.facts(entry, case)

        found: dict[str, Passage] = {}
        for case in self.cases(case_ids):
            for ground, term in wanted:
                for passage in passages(case, ground, term, words):
                    found.setdefault(passage.record_id, passage)
        return list(found.values())

    def _known(self) -> list[Record]:
        """The actors of the whole library that have a pseudonym, so that one is called the same in all cases."""
        if self.audience is None:
            return []
        sections = self.library.declaration.shared_sections
        return [
            record
            for section in sections
            if any(spec.name == PSEUDONYM for spec in field_specs(section.entry_type))
            for record in self.library.cases.with_field(section.key, PSEUDONYM)
        ]
