"""A case study as one immutable value."""

from typing import Any, Self

import attrs

from casebook.domain.dates import When
from casebook.domain.declaration import NARRATIVE, OVERVIEW, Declaration, Part, declaration_of, entries
from casebook.domain.errors import ChangeError
from casebook.domain.fields import chips, countries, language, line, link, prose, term, terms, when
from casebook.domain.marking import _
from casebook.domain.records import Markdown, Record, RecordId, Sensitivity, TermRef
from casebook.domain.sections.activities import Activity, TrainingResult
from casebook.domain.sections.actors import Participant
from casebook.domain.sections.adaptations import Adaptation
from casebook.domain.sections.assessment import Assessment
from casebook.domain.sections.attachments import Attachment
from casebook.domain.sections.challenges import Challenge
from casebook.domain.sections.evidence import Evidence
from casebook.domain.sections.frameworks import FrameworkUse
from casebook.domain.sections.lessons import Lesson
from casebook.domain.sections.outcomes import Indicator, Measurement, Outcome, Testimony
from casebook.domain.sections.places import Place
from casebook.domain.sections.registry import Actor, Source
from casebook.domain.sections.relations import Relation
from casebook.domain.sections.teaching import Exercise, Question, TeachingKit
from casebook.domain.sections.timeline import Event

ANOTHER_CASE = "case"
"""Where a link to another case of the library points."""


@attrs.frozen(kw_only=True)
class Case(Record):
    """A case study: header fields, narrative, and one tuple of entries per section.

    `actor_records` and `source_records` hold the shared records this case refers to.
    """

    __parts__ = (
        Part(
            key=OVERVIEW,
            title=_("Overview"),
            guidance=_(
                "Say in one breath what this case is about. The brief is what people read in a list before they open it."
            ),
            example=_(
                "“A regional force stopped the fighting; a United Nations mission then disarmed the fighters.”"
            ),
        ),
        Part(
            key=NARRATIVE,
            title=_("Narrative"),
            guidance=_(
                "The same seven headings in every case, so that cases can be read side by side. Cite with @."
            ),
            example=_("“Fourteen years of war had left two armed movements outside the capital …”"),
        ),
    )

    ref_code: str = line(
        _("Reference"),
        part=OVERVIEW,
        short=True,
        code=True,
        hint=_("Made from country and year when left empty"),
    )
    title: str = line(_("Title"), part=OVERVIEW, required=True, summary=True, hint=_("Ten words at most"))
    brief: str = prose(_("Brief"), part=OVERVIEW, required=True, limit=280, hint=_("At most 280 characters"))
    status: TermRef | None = term(_("Status"), "status", part=OVERVIEW, expected=False)
    era: TermRef | None = term(_("Era"), "era", part=OVERVIEW, compare_by=True)
    period: When | None = when(_("Period"), part=OVERVIEW, required=True, compare_by=True)
    scope: TermRef | None = term(_("Scope"), "scope", part=OVERVIEW, compare_by=True)
    countries: tuple[str, ...] = countries(_("Countries"), part=OVERVIEW, required=True, compare_by=True)
    conflict_phase: TermRef | None = term(
        _("Conflict phase"), "conflict-phase", part=OVERVIEW, compare_by=True
    )
    partnership_families: tuple[TermRef, ...] = terms(
        _("Partnership family"),
        "partnership-family",
        part=OVERVIEW,
        high=3,
        compare_by=True,
        hint=_("At most three, most important first"),
    )
    intensity: TermRef | None = term(_("Intensity"), "intensity", part=OVERVIEW, compare_by=True)
    language: str | None = language(_("Language"), part=OVERVIEW, expected=False)
    authors: tuple[str, ...] = chips(_("Authors"), part=OVERVIEW, comma_within=True)
    tags: tuple[str, ...] = chips(_("Tags"), part=OVERVIEW, expected=False)
    parent_case: RecordId | None = link(_("Part of case"), ANOTHER_CASE, part=OVERVIEW, expected=False)
    consent_notes: Markdown = prose(_("Consent and licence"), part=OVERVIEW, expected=False)

    context: Markdown = prose(_("Context"), part=NARRATIVE, hint=_("Historical background"))
    problem: Markdown = prose(_("Problem and purpose"), part=NARRATIVE)
    entry_points: Markdown = prose(
        _("Entry points"), part=NARRATIVE, hint=_("What made the partnership possible")
    )
    approach: Markdown = prose(_("Approach"), part=NARRATIVE)
    coordination: Markdown = prose(_("Coordination"), part=NARRATIVE)
    influence: Markdown = prose(_("Influence and effects"), part=NARRATIVE)
    analysis: Markdown = prose(_("Analysis"), part=NARRATIVE)

    places: tuple[Place, ...] = entries(Place)
    actors: tuple[Participant, ...] = entries(Participant)
    relations: tuple[Relation, ...] = entries(Relation)
    frameworks: tuple[FrameworkUse, ...] = entries(FrameworkUse)
    activities: tuple[Activity, ...] = entries(Activity)
    training_results: tuple[TrainingResult, ...] = entries(TrainingResult)
    challenges: tuple[Challenge, ...] = entries(Challenge)
    outcomes: tuple[Outcome, ...] = entries(Outcome)
    indicators: tuple[Indicator, ...] = entries(Indicator)
    measurements: tuple[Measurement, ...] = entries(Measurement)
    testimonies: tuple[Testimony, ...] = entries(Testimony)
    assessment: tuple[Assessment, ...] = entries(Assessment)
    timeline: tuple[Event, ...] = entries(Event)
    adaptations: tuple[Adaptation, ...] = entries(Adaptation)
    lessons: tuple[Lesson, ...] = entries(Lesson)
    teaching_kits: tuple[TeachingKit, ...] = entries(TeachingKit)
    questions: tuple[Question, ...] = entries(Question)
    exercises: tuple[Exercise, ...] = entries(Exercise)
    evidence: tuple[Evidence, ...] = entries(Evidence)
    attachments: tuple[Attachment, ...] = entries(Attachment)
    actor_records: tuple[Actor, ...] = entries(Actor)
    source_records: tuple[Source, ...] = entries(Source)

    @property
    def declaration(self) -> Declaration:
        """What this case consists of."""
        return declaration_of(type(self))

    def section(self, key: str) -> tuple[Any, ...]:
        """The entries of section `key`, in order.

        Raises:
            ChangeError: the case has no such section.
        """
        if key not in self.declaration.sections:
            raise ChangeError(f"A case has no section called “{key}”.")
        return getattr(self, key)  # type: ignore[no-any-return]

    def find(self, record_id: str | None) -> Record | None:
        """The record with this id: the case itself, an entry, or a shared record; None if it is not here."""
        if record_id == self.id:
            return self
        for key in self.declaration.sections:
            for record in getattr(self, key):
                if record.id == record_id:
                    return record  # type: ignore[no-any-return]
        return None

    def section_key(self, record_id: str) -> str:
        """The key of the section that holds the record; empty for the case itself.

        Raises:
            ChangeError: the record is not in this case.
        """
        if record_id == self.id:
            return ""
        for key in self.declaration.sections:
            if any(record.id == record_id for record in getattr(self, key)):
                return key
        raise ChangeError("That entry is no longer in the case.")

    def children(self, key: str, parent: str | None) -> tuple[Any, ...]:
        """The entries of section `key` that stand in entry `parent`, in order."""
        return tuple(entry for entry in self.section(key) if entry.parent == parent)

    def replacing(self, record: Record) -> Self:
        """This case with the record of the same id replaced.

        Raises:
            ChangeError: no record has this id.
        """
        key = self.section_key(record.id)
        if not key:
            return record  # type: ignore[return-value]
        return self.with_section(
            key, tuple(record if old.id == record.id else old for old in self.section(key))
        )

    def with_section(self, key: str, records: tuple[Any, ...]) -> Self:
        """This case with the entries of section `key` replaced."""
        values: dict[str, Any] = {key: records}
        return attrs.evolve(self, **values)

    def evidence_for(self, record_id: str) -> tuple[Evidence, ...]:
        """The evidence entries whose claim is this record."""
        return tuple(item for item in self.evidence if item.claim == record_id)


def new_case(**values: Any) -> Case:
    """A draft that only its author's organisation may see, until somebody decides otherwise."""
    return Case(**{"status": TermRef("draft"), "sensitivity": Sensitivity.INTERNAL, **values})


CASE: Declaration = declaration_of(Case)
"""The declaration of the case studies this version writes."""
