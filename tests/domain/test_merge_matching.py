import pytest

from casebook.domain.case import Case
from casebook.domain.dates import When
from casebook.domain.merge_matching import Matching, in_order
from casebook.domain.sections.actors import Participant
from casebook.domain.sections.attachments import Attachment
from casebook.domain.sections.challenges import Challenge
from casebook.domain.sections.evidence import Evidence
from casebook.domain.sections.frameworks import FrameworkUse
from casebook.domain.sections.outcomes import Indicator, Measurement, Outcome
from casebook.domain.sections.registry import Actor, Source
from casebook.domain.sections.relations import Relation
from casebook.domain.sections.timeline import Event
from casebook.domain.wording import Wording
from tests.strategies import VOCABULARIES

WORDING = Wording(vocabularies=VOCABULARIES)
ECOWAS, UNMIL = Actor(name="ECOWAS"), Actor(name="UNMIL")
REPORT = Source(title="Report")


def matched(kept, other):
    return Matching(kept, other, WORDING).pairs


def same(section, one, other, **shared):
    """Whether two entries of a section are taken for the same."""
    pairs = matched(Case(**{section: (one,)}, **shared), Case(**{section: (other,)}, **shared))
    return pairs.get(other.id) == one.id


@pytest.mark.parametrize(
    ("section", "one", "other"),
    [
        ("frameworks", FrameworkUse(framework="ddr", fidelity=1), FrameworkUse(framework="ddr")),
        ("challenges", Challenge(title="Mandate gap"), Challenge(title="mandate  GAP", severity=3)),
        (
            "challenges",
            Challenge(title="No money for the vetting", category="funding"),
            Challenge(title="Vetting had no budget: money", category="funding"),
        ),
        (
            "timeline",
            Event(title="Peace agreement signed", date=When("2003-08")),
            Event(title="Peace agreement signed", date=When("2003-08-18")),
        ),
        ("attachments", Attachment(caption="Map", digest="a"), Attachment(caption="Map", digest="a", size=4)),
    ],
)
def test_entries_that_are_the_same(section, one, other):
    assert same(section, one, other)


@pytest.mark.parametrize(
    ("section", "one", "other"),
    [
        ("frameworks", FrameworkUse(framework="ddr"), FrameworkUse(framework="ssr")),
        (
            "challenges",
            Challenge(title="Mandate gap", category="funding"),
            Challenge(title="Late pay", category="funding"),
        ),
        ("challenges", Challenge(severity=3), Challenge(severity=2)),
        (
            "timeline",
            Event(title="Joint exercise", date=When("2005")),
            Event(title="Joint exercise", date=When("2006")),
        ),
        ("attachments", Attachment(caption="Map", digest="a"), Attachment(caption="Map", digest="b")),
    ],
)
def test_entries_that_are_not(section, one, other):
    assert not same(section, one, other)


def test_actors_are_known_by_their_record_and_relations_by_both_ends_and_kind():
    shared = {"actor_records": (ECOWAS, UNMIL)}
    assert same("actors", Participant(actor=ECOWAS.id), Participant(actor=ECOWAS.id, role="lead"), **shared)
    assert not same("actors", Participant(actor=ECOWAS.id), Participant(actor=UNMIL.id), **shared)
    ends = {"actor": ECOWAS.id, "counterpart": UNMIL.id}
    trains, funds = Relation(type="trains", **ends), Relation(type="funds", **ends)
    assert same("relations", trains, Relation(type="trains", strength=2, **ends), **shared)
    assert not same("relations", trains, funds, **shared)


def test_what_stands_in_an_entry_is_the_same_only_where_that_is():
    one, two = Outcome(statement="Fighters disarmed"), Outcome(statement="Courts reopened")
    mine, theirs = Indicator(name="Weapons", parent=one.id), Indicator(name="Weapons", parent=two.id)
    assert theirs.id not in matched(
        Case(outcomes=(one,), indicators=(mine,)), Case(outcomes=(two,), indicators=(theirs,))
    )
    measured = Measurement(value=3, date=When("2004"), parent=mine.id)
    twin = Outcome(statement="Fighters disarmed")
    inside = Indicator(name="Weapons", unit="guns", parent=twin.id)
    again = Measurement(value=3, date=When("2004"), parent=inside.id)
    later = Measurement(value=3, date=When("2005"), parent=inside.id)
    pairs = matched(
        Case(outcomes=(one,), indicators=(mine,), measurements=(measured,)),
        Case(outcomes=(twin,), indicators=(inside,), measurements=(later, again)),
    )
    assert pairs[inside.id] == mine.id and pairs[again.id] == measured.id and later.id not in pairs


def test_evidence_is_the_same_only_when_it_says_the_same():
    one, two = Challenge(title="Mandate gap"), Challenge(title="Mandate gap")
    mine = Evidence(claim=one.id, source=REPORT.id, locator="p. 4")
    again = Evidence(claim=two.id, source=REPORT.id, locator="p. 4")
    other = Evidence(claim=two.id, source=REPORT.id, locator="p. 9")
    pairs = matched(
        Case(challenges=(one,), evidence=(mine,), source_records=(REPORT,)),
        Case(challenges=(two,), evidence=(other, again), source_records=(REPORT,)),
    )
    assert pairs[again.id] == mine.id and other.id not in pairs


def test_each_entry_is_taken_once_and_the_nearest_first():
    mine = Challenge(title="Mandate gap", severity=4)
    far, near = Challenge(title="Mandate gap"), Challenge(title="Mandate gap", severity=4, response="None.")
    pairs = matched(Case(challenges=(mine,)), Case(challenges=(far, near)))
    assert pairs[near.id] == mine.id and far.id not in pairs


def test_what_others_point_to_comes_first():
    keys = [section.key for section in in_order(Case())]
    assert keys.index("actor_records") < keys.index("actors") < keys.index("evidence") == len(keys) - 1
