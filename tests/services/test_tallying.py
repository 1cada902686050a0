import attrs
import pytest

from casebook.domain.case import CASE
from casebook.domain.grounds import ground_of, grounds
from casebook.domain.measures import COUNT, measures
from casebook.domain.records import RecordId, Sensitivity, TermRef
from casebook.domain.redaction import redact
from casebook.domain.sections.challenges import Challenge
from casebook.domain.tally import tally
from casebook.domain.wording import Wording
from casebook.exchange.case_reading import read_file
from casebook.services.tallying import Reader
from casebook.storage.library import Library
from tests.strategies import VOCABULARIES

WORDING = Wording(vocabularies=VOCABULARIES)
CATEGORY = ground_of(CASE, "challenges")
LEVELS = tuple(Sensitivity)


@pytest.fixture
def library(sample_library):
    with Library.open(sample_library) as opened:
        yield opened


def guarded(library):
    """Marks put on many things: a case, entries, a section, fields, an actor with a pseudonym."""
    ids = Reader(library=library).every_id()
    cases = [library.cases.load(case_id) for case_id in ids]
    for place, case in enumerate(cases):
        fresh = attrs.evolve(
            case,
            sensitivity=Sensitivity.INTERNAL if place == 0 else Sensitivity.PUBLIC,
            field_sensitivities={"frameworks": LEVELS[place % 4], "era": LEVELS[(place + 1) % 4]},
            challenges=tuple(
                attrs.evolve(
                    entry, sensitivity=LEVELS[at % 4], field_sensitivities={"category": LEVELS[(at // 4) % 4]}
                )
                for at, entry in enumerate(case.challenges)
            ),
            outcomes=tuple(
                attrs.evolve(entry, sensitivity=LEVELS[at % 4]) for at, entry in enumerate(case.outcomes)
            ),
            actor_records=tuple(
                attrs.evolve(actor, sensitivity=Sensitivity.INTERNAL, pseudonym=f"Alpha{at}")
                if at == 1
                else attrs.evolve(actor, sensitivity=LEVELS[at % 4])
                for at, actor in enumerate(case.actor_records)
            ),
        )
        library.cases.save(case, fresh)
    return ids


@pytest.mark.parametrize("audience", LEVELS, ids=lambda level: level.key)
def test_an_audience_is_told_what_redacted_cases_hold_and_no_more(library, audience):
    ids = guarded(library)
    known = library.cases.with_field("actor_records", "pseudonym")
    clean = [
        redact(case, audience, known)[0]
        for case in map(library.cases.load, ids)
        if case.sensitivity <= audience
    ]
    every = [(ground, measures(ground, CASE, VOCABULARIES)[-1]) for ground in grounds(CASE)]
    seen = Reader(library=library, audience=audience).tallies(every)
    for (ground, measure), counted in zip(every, seen, strict=True):
        assert counted == attrs.evolve(tally(clean, ground, measure), left_out=len(ids) - len(clean))


def test_what_is_marked_above_the_audience_is_not_counted(library):
    guarded(library)
    full = Reader(library=library).tally(CATEGORY)
    public = Reader(library=library, audience=Sensitivity.PUBLIC).tally(CATEGORY)
    assert 0 < sum(one.number for one in public.counts) < sum(one.number for one in full.counts)
    assert public.left_out == 1
    assert len(public.cases) == len(full.cases) - 1


def test_names_of_actors_are_veiled(library):
    guarded(library)
    actors = ground_of(CASE, "actors.actor")
    full = Reader(library=library).tally(actors)
    public = Reader(library=library, audience=Sensitivity.PUBLIC).tally(actors)
    assert any(name.startswith("Alpha") for name in public.names.values())
    assert not any(name.startswith("Alpha") for name in full.names.values())


def test_passages_are_the_entries_behind_a_cell(library):
    (case,) = read_file_of("liberia")
    term = case.challenges[0].category
    found = Reader(library=library).passages([case.id], [(CATEGORY, term)], WORDING)
    assert [passage.record_id for passage in found] == [
        entry.id for entry in case.challenges if entry.category == term
    ]
    assert found[0].title == case.challenges[0].title
    assert found[0].case_title == case.title


def read_file_of(name):
    from casebook import paths

    return read_file(paths.resources() / "sample" / f"{name}.json")


def test_an_audience_reads_only_passages_it_may_see(library):
    case = library.cases.load(read_file_of("liberia")[0].id)
    secret = Challenge(
        id=RecordId("01900000-0000-7000-8000-00000000abcd"),
        title="What nobody may know",
        category=TermRef("funding"),
        sensitivity=Sensitivity.INTERNAL,
    )
    open_to_all = attrs.evolve(case, sensitivity=Sensitivity.PUBLIC, challenges=(*case.challenges, secret))
    library.cases.save(case, open_to_all)
    own = Reader(library=library).passages([case.id], [(CATEGORY, "funding")], WORDING)
    theirs = Reader(library=library, audience=Sensitivity.PUBLIC).passages(
        [case.id], [(CATEGORY, "funding")], WORDING
    )
    assert secret.id in {passage.record_id for passage in own}
    assert secret.id not in {passage.record_id for passage in theirs}


def test_a_case_that_is_gone_is_left_out_and_stopping_stops(library):
    ids = Reader(library=library).every_id()
    assert len(list(Reader(library=library).cases([*ids, "gone"]))) == len(ids)
    assert list(Reader(library=library, cancelled=lambda: True).cases(ids)) == []


def test_reading_apart_reads_the_same(library):
    with library.opening_apart()() as other:
        assert other.read_only
        assert Reader(library=other).tally(CATEGORY, COUNT) == Reader(library=library).tally(CATEGORY, COUNT)
