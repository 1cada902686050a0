from itertools import pairwise

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casebook.domain.case import Case
from casebook.domain.errors import AudienceError
from casebook.domain.fields import field_specs
from casebook.domain.receipt import Reason, What
from casebook.domain.records import Absence, Sensitivity, Stamp
from casebook.domain.redaction import records, redact
from casebook.domain.sections.actors import Participant
from casebook.domain.sections.attachments import Attachment
from casebook.domain.sections.evidence import Evidence
from casebook.domain.sections.outcomes import Indicator, Measurement, Outcome
from casebook.domain.sections.outcomes import Testimony as Said
from casebook.domain.sections.places import Place
from casebook.domain.sections.registry import Actor, Source
from casebook.domain.sections.timeline import Event
from tests.publishing.planted import CaseWithRumours, every_text, field_marked, filled, marked, token

PUBLIC, TRAINING, PARTNER, INTERNAL = Sensitivity
LEVELS = st.sampled_from(list(Sensitivity))


def ids(case):
    return {record.id for _key, record in records(case)}


@st.composite
def cases(draw):
    """Cases whose records, fields and links are marked and tied at random, made-up section included."""
    case = attrs.evolve(filled(CaseWithRumours), sensitivity=PUBLIC)
    for key in case.declaration.sections:
        twin = attrs.evolve(case.section(key)[0], id=f"twin-of-{key}")
        case = case.with_section(key, (*case.section(key), twin))
    for record in [record for _key, record in records(case)]:
        specs = field_specs(type(record))
        values = {}
        if record is not case:
            values["sensitivity"] = draw(
                st.sampled_from([PUBLIC, PUBLIC, PUBLIC, TRAINING, PARTNER, INTERNAL])
            )
        if draw(st.integers(0, 3)) == 0:
            field = draw(st.sampled_from([spec.name for spec in specs]))
            values["field_sensitivities"] = {field: draw(LEVELS)}
        if draw(st.integers(0, 5)) == 0:
            values |= {
                spec.name: draw(st.sampled_from(["none", "internal", None]))
                for spec in specs
                if spec.vocabulary == "consent"
            }
        prose = [spec.name for spec in specs if spec.kind == "prose"]
        if prose and draw(st.booleans()):
            values[prose[0]] = draw(st.sampled_from(["[@alpha, p. 4; @beta]", "as @beta says", "plain"]))
        case = case.replacing(attrs.evolve(case.find(record.id), **values))
    one, two = case.source_records
    return case.with_section(
        "source_records", (attrs.evolve(one, citation_key="alpha"), attrs.evolve(two, citation_key="beta"))
    )


@settings(max_examples=25)
@given(cases(), LEVELS)
def test_redacting_twice_changes_nothing_more(case, audience):
    once, _receipt = redact(case, audience)
    twice, receipt = redact(once, audience)
    assert (twice, receipt.items) == (once, ())


@settings(max_examples=25)
@given(cases(), LEVELS)
def test_nothing_above_the_audience_remains(case, audience):
    clean, receipt = redact(case, audience)
    instead = {item.record_id for item in receipt.items if item.what in (What.PSEUDONYM, What.PLACE)}
    for key, record in records(clean):
        original = case.find(record.id)
        assert record.sensitivity <= audience
        assert original.sensitivity <= audience or record.id in instead
        if record.id in instead:
            continue
        assert all(level <= audience for level in record.field_sensitivities.values())
        for name, level in original.field_sensitivities.items():
            spec = next(spec for spec in field_specs(type(record)) if spec.name == name)
            assert level <= audience or spec.is_empty(getattr(record, name))
        if clean.declaration.sections.get(key) and clean.declaration.sections[key].parent:
            assert record.parent in ids(clean)
        for spec in field_specs(type(record)):
            if spec.to:
                value = getattr(record, spec.name)
                assert set(value if spec.many else [value] if value else []) <= ids(clean)
    assert {item.record_id for item in receipt.items if item.what is What.RECORD} == ids(case) - ids(clean)


@settings(max_examples=25)
@given(cases())
def test_a_wider_audience_never_sees_more(case):
    seen = [redact(case, audience)[0] for audience in Sensitivity]
    for narrow, wide in pairwise(seen):
        assert ids(narrow) <= ids(wide)
        for _key, record in records(narrow):
            for spec in field_specs(type(record)):
                shown = getattr(record, spec.name)
                assert spec.is_empty(shown) or not spec.is_empty(getattr(wide.find(record.id), spec.name))


@settings(max_examples=25)
@given(cases(), LEVELS)
def test_a_withheld_key_is_cited_nowhere(case, audience):
    clean, _receipt = redact(case, audience)
    left = {source.citation_key for source in clean.source_records}
    for key in {"alpha", "beta"} - left - {""}:
        assert f"@{key}" not in every_text(clean)


def test_a_key_that_is_itself_marked_is_withheld_wherever_it_is_cited():
    sources = (
        Source(id="s1", title="One", citation_key="alpha", field_sensitivities={"citation_key": TRAINING}),
        Source(id="s2", title="Two", citation_key="beta"),
    )
    case = Case(title="T", context="Said [@alpha, p. 4; @beta].", source_records=sources)
    clean, receipt = redact(case, PUBLIC)
    assert clean.context == "Said [@beta]." and [one.title for one in clean.source_records] == ["One", "Two"]
    assert ("context", What.CITATION) in {(item.field, item.what) for item in receipt.items}
    assert redact(case, TRAINING)[0].context == case.context


def test_a_case_above_the_audience_is_refused():
    case = Case(title="T", sensitivity=PARTNER)
    with pytest.raises(AudienceError, match="nothing was exported"):
        redact(case, TRAINING)
    assert redact(case, PARTNER)[0].title == "T"


def test_a_public_case_for_its_own_house_stays_whole_but_for_stamps():
    case = attrs.evolve(filled(), stamp=Stamp(updated_by="Ama"), extra={"newer": 1})
    clean, receipt = redact(case, INTERNAL)
    assert receipt.is_empty and ids(clean) == ids(case)
    assert clean.stamp == Stamp() and clean.extra == {}
    assert clean == attrs.evolve(case, extra={})


def with_nothing_instead(case):
    """The case with no pseudonym and no area, so that what is marked has to go."""
    case = case.replacing(attrs.evolve(case.actor_records[0], pseudonym=""))
    return attrs.evolve(case.replacing(attrs.evolve(case.places[0], admin_area="")), countries=())


@pytest.mark.parametrize("key", list(filled(CaseWithRumours).declaration.sections))
def test_a_marked_record_goes_with_all_that_is_in_it(key):
    case = marked(with_nothing_instead(filled(CaseWithRumours)), f"id-of-{key}", INTERNAL)
    clean, receipt = redact(case, PARTNER)
    assert clean.section(key) == () and receipt.counts[key] == 1
    assert not [spec for spec in clean.declaration.children(key) if clean.section(spec.key)]
    for spec in case.declaration.sections[key].fields:
        if spec.kind in {"line", "prose", "chips"}:
            assert token(key, spec.name) not in every_text(clean)


def test_what_hangs_on_a_withheld_actor_goes_or_loses_the_link():
    case = with_nothing_instead(filled(CaseWithRumours))
    clean, receipt = redact(marked(case, "id-of-actor_records", PARTNER), TRAINING)
    assert clean.actors == clean.relations == clean.rumours == ()
    assert clean.timeline[0].actors == () and clean.challenges[0].affected == ()
    assert receipt.counts == {"actors": 1, "relations": 1, "rumours": 1, "actor_records": 1}
    assert receipt.count(What.LINK) >= 2


def test_grandchildren_and_their_evidence_go_with_an_outcome():
    outcome = Outcome(statement="Harm", sensitivity=PARTNER)
    indicator = Indicator(name="Cases", parent=outcome.id)
    value = Measurement(value=9, parent=indicator.id)
    source = Source(title="Inquiry", citation_key="inq")
    proof = Evidence(claim=value.id, source=source.id)
    case = Case(
        outcomes=(outcome,),
        indicators=(indicator,),
        measurements=(value,),
        evidence=(proof,),
        source_records=(source,),
    )
    clean, receipt = redact(case, PUBLIC)
    assert ids(clean) == {case.id}
    reasons = {item.record_id: item.reason for item in receipt.items}
    assert reasons == {
        outcome.id: Reason.SENSITIVITY,
        indicator.id: Reason.PART_OF_WITHHELD,
        value.id: Reason.PART_OF_WITHHELD,
        proof.id: Reason.LINK_TO_WITHHELD,
        source.id: Reason.ONLY_IN_WITHHELD,
    }


def test_a_shared_record_stays_while_anything_shown_refers_to_it():
    hidden, shown = Source(title="A", citation_key="aa"), Source(title="B", citation_key="bb")
    secret = Event(title="Talks", sensitivity=INTERNAL, description="[@aa; @bb]")
    case = Case(timeline=(secret,), context="So it was [@bb, p. 3].", source_records=(hidden, shown))
    clean, _receipt = redact(case, PUBLIC)
    assert clean.source_records == (shown,) and clean.context == "So it was [@bb, p. 3]."
    listed = Case(source_records=(hidden,))
    assert redact(listed, PUBLIC)[0].source_records == (hidden,)


@pytest.mark.parametrize(
    ("consent", "shown_to"),
    [
        (None, set()),
        ("none", set()),
        ("internal", {INTERNAL}),
        ("anonymised", set(Sensitivity)),
        ("named", set(Sensitivity)),
    ],
)
def test_a_testimony_goes_no_further_than_its_consent(consent, shown_to):
    outcome = Outcome(statement="Trust")
    said = Said(text="We sleep again", parent=outcome.id, consent=consent)
    case = Case(outcomes=(outcome,), testimonies=(said,))
    assert {level for level in Sensitivity if redact(case, level)[0].testimonies} == shown_to


def test_a_confidential_source_stays_in_the_house_with_its_citations():
    source = Source(title="Talk with a liaison officer", citation_key="talk2019", confidential=True)
    other = Source(title="Report", citation_key="talk2019b")
    case = Case(
        context="Agreed [see @talk2019, p. 4; @talk2019b, p. 2]. He said so [@talk2019]. And @talk2019 insists.",
        source_records=(source, other),
    )
    clean, receipt = redact(case, PARTNER)
    assert clean.context == "Agreed [@talk2019b, p. 2]. He said so. And  insists."
    assert clean.source_records == (other,) and receipt.citations == 1
    assert receipt.items[0].reason is Reason.CONFIDENTIAL
    assert redact(case, INTERNAL)[0] == case


def test_positions_are_shown_no_more_exactly_than_allowed():
    def shown(precision, audience):
        place = Place(name="Town", latitude=6.3, longitude=-10.8, precision=precision)
        clean, receipt = redact(Case(places=(place,)), audience)
        return clean.places[0].latitude is not None and receipt.coordinates == 0

    assert {
        p: [shown(p, a) for a in (PUBLIC, INTERNAL)] for p in ("exact", "area", "region", "withheld", None)
    } == {
        "exact": [True, True],
        "area": [False, True],
        "region": [False, True],
        "withheld": [False, False],
        None: [True, True],
    }


def test_a_marked_field_goes_with_its_absence_and_is_remembered():
    case = attrs.evolve(
        Case(
            title="T",
            brief="secret",
            absences={"context": Absence.NONE_FOUND, "lessons": Absence.NOT_APPLICABLE},
        ),
        field_sensitivities={"brief": PARTNER, "context": PARTNER},
    )
    clean, receipt = redact(case, PUBLIC)
    assert clean.brief == "" and clean.absences == {"lessons": Absence.NOT_APPLICABLE}
    assert receipt.withheld_fields(case.id) == {"brief", "context"} and receipt.fields == 2


def test_a_whole_section_can_be_marked():
    case = attrs.evolve(filled(), field_sensitivities={"timeline": PARTNER})
    assert redact(case, TRAINING)[0].timeline == ()


def test_the_withheld_file_is_not_even_named():
    photo = Attachment(caption="Checkpoint", file_name="DSC1.jpg", digest="f" * 64, sensitivity=PARTNER)
    field = field_marked(
        Case(attachments=(attrs.evolve(photo, sensitivity=PUBLIC),)), photo.id, "digest", PARTNER
    )
    assert "f" * 64 not in every_text(redact(Case(attachments=(photo,)), PUBLIC)[0])
    assert redact(field, PUBLIC)[0].attachments[0].digest == ""


ELDERS = Actor(
    name="Elders of Gbarnga",
    short_name="EG",
    aliases=("Vieux de Gbarnga", "长老会"),
    type="community-leader",
    country="LR",
    pseudonym="Group A",
    sensitivity=PARTNER,
)


def test_a_marked_actor_with_a_pseudonym_stays_under_it_everywhere():
    source = Source(
        title="Talks with the ELDERS OF GBARNGA",
        authors=("Elders of Gbarnga",),
        citation_key="elders-of-gbarnga99",
    )
    photo = Attachment(caption="EG’s meeting", file_name="elders_of_gbarnga-2.jpg")
    link = Source(title="Page", citation_key="page", url="https://example.org/elders-of-gbarnga")
    case = Case(
        title="The Elders of\nGbarnga and the mission",
        context="The Elders of Gbarnga (EG) said: eg, so. 与长老会会谈 [@elders-of-gbarnga99, p. 4].",
        tags=("Vieux de Gbarnga",),
        actors=(Participant(actor=ELDERS.id, role="host"),),
        attachments=(photo,),
        actor_records=(ELDERS,),
        source_records=(source, link),
    )
    clean, receipt = redact(case, PUBLIC)
    assert clean.title == "The Group A and the mission" and clean.tags == ("Group A",)
    assert clean.context == "The Group A (Group A) said: eg, so. 与Group A会谈 [@source-1, p. 4]."
    assert clean.source_records[0].title == "Talks with the Group A"
    assert (clean.source_records[0].authors, clean.source_records[0].citation_key) == (
        ("Group A",),
        "source-1",
    )
    assert (clean.attachments[0].caption, clean.attachments[0].file_name) == (
        "Group A’s meeting",
        "Group A-2.jpg",
    )
    assert clean.source_records[1].url == "" and clean.actors == case.actors
    shown = Actor(id=ELDERS.id, name="Group A", type="community-leader")
    assert clean.actor_records == (shown,) and receipt.named == ()
    assert receipt.pseudonymised == 1 and receipt.count(What.NAME) >= 6
    assert {item.reason for item in receipt.items} == {Reason.IDENTITY}
    assert receipt.withheld_fields(ELDERS.id) == {"short_name", "aliases", "country", "pseudonym"}
    assert redact(clean, PUBLIC)[0] == clean
    assert redact(case, PARTNER)[0].title == case.title


def test_without_a_fit_pseudonym_an_actor_goes_and_its_name_is_pointed_out():
    for pseudonym in ("", " ", "The Elders of Gbarnga II"):
        actor = attrs.evolve(ELDERS, pseudonym=pseudonym)
        case = Case(context="So said the Elders of Gbarnga.", actor_records=(actor,))
        clean, receipt = redact(case, PUBLIC)
        assert clean.actor_records == () and [m.name for m in receipt.named] == ["Elders of Gbarnga"]
    hidden = attrs.evolve(ELDERS, field_sensitivities={"pseudonym": INTERNAL})
    assert redact(Case(actor_records=(hidden,)), PUBLIC)[0].actor_records == ()


def test_an_actor_whose_name_alone_is_marked_is_shown_under_its_pseudonym_too():
    actor = attrs.evolve(ELDERS, sensitivity=PUBLIC, field_sensitivities={"name": PARTNER})
    clean, _receipt = redact(Case(context="EG agreed.", actor_records=(actor,)), PUBLIC)
    assert clean.context == "Group A agreed." and clean.actor_records[0].name == "Group A"


def test_an_actor_of_another_case_is_called_the_same_here():
    case = Case(context="The Elders of Gbarnga came.")
    assert redact(case, PUBLIC, [ELDERS])[0].context == "The Group A came."
    assert redact(case, INTERNAL, [ELDERS])[0] == case
    ours = attrs.evolve(ELDERS, pseudonym="Group B")
    both = redact(attrs.evolve(case, actor_records=(ours,)), PUBLIC, [ELDERS])[0]
    assert both.context == "The Group B came."


TOWN = Place(
    name="Tubmanburg",
    admin_area="Bomi County",
    latitude=6.8,
    longitude=-10.8,
    precision="exact",
    sensitivity=PARTNER,
)


@pytest.mark.parametrize(
    ("changed", "countries", "shown"),
    [
        ({}, ("LR",), ["Bomi County"]),
        ({"precision": "area"}, (), ["Bomi County"]),
        ({"precision": "region"}, ("LR",), ["Liberia"]),
        ({"precision": "region"}, ("LR", "SL"), []),
        ({"precision": "withheld"}, ("LR",), []),
        ({"admin_area": ""}, ("LR",), ["Liberia"]),
        ({"admin_area": "Tubmanburg District"}, ("LR",), ["Liberia"]),
        ({"field_sensitivities": {"admin_area": PARTNER}}, ("LR",), ["Liberia"]),
        ({"admin_area": ""}, (), []),
    ],
)
def test_a_marked_place_is_shown_as_what_it_lies_in(changed, countries, shown):
    case = Case(places=(attrs.evolve(TOWN, **changed),), countries=countries, context="In Tubmanburg.")
    clean, receipt = redact(case, PUBLIC, country={"LR": "Liberia", "SL": "Sierra Leone"}.get)
    assert [place.name for place in clean.places] == shown
    assert all(place.latitude is place.longitude is None and not place.admin_area for place in clean.places)
    assert receipt.coarsened == len(shown) and [m.name for m in receipt.named] == ["Tubmanburg"]
    assert redact(clean, PUBLIC)[0] == clean
    assert redact(case, PARTNER)[0].places[0].name == "Tubmanburg"


def test_a_pseudonym_never_leaves_beside_the_name():
    case = Case(actor_records=(Actor(name="Elders of Gbarnga", pseudonym="Group A"),))
    assert redact(case, PUBLIC)[0].actor_records[0].pseudonym == ""
    assert redact(case, INTERNAL)[0].actor_records[0].pseudonym == "Group A"


def test_a_consent_that_the_audience_may_not_see_counts_as_none_for_it():
    outcome = Outcome(statement="Calm held.")
    said = Said(
        parent=outcome.id,
        text="It is quiet.",
        consent="named",
        field_sensitivities={"consent": Sensitivity.INTERNAL},
    )
    case = Case(outcomes=(outcome,), testimonies=(said,))
    clean, receipt = redact(case, Sensitivity.PUBLIC)
    assert clean.testimonies == ()
    assert [item.reason for item in receipt.items] == [Reason.NO_CONSENT]
    assert redact(case, Sensitivity.INTERNAL)[0].testimonies == (said,)
