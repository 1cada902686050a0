"""Records that may be the same: found by mark, by any of their names, by likeness; told apart by facts."""

import time
from random import Random

from casebook.domain.dates import When
from casebook.domain.record_likeness import ALIKE, LARGEST, MOST, NAME, likely_same
from casebook.domain.sections.registry import Actor, Source


def told(records, apart=()):
    by_id = {record.id: at for at, record in enumerate(records)}
    return [(tuple(by_id[ident] for ident in group.ids), group.why) for group in likely_same(records, apart)]


def test_actors_are_the_same_under_any_of_their_names():
    actors = [
        Actor(name="ECOWAS Mission in Liberia", short_name="ECOMIL"),
        Actor(name="United Nations"),
        Actor(name="ecomil"),
        Actor(name="The vanguard", aliases=("Ecowas  mission-in Liberia",)),
    ]
    assert told(actors) == [((0, 2, 3), NAME)]


def test_ministries_of_two_countries_and_reports_of_two_years_are_told_apart():
    assert (
        told(
            [Actor(name="Ministry of Defence", country="LR"), Actor(name="Ministry of Defence", country="SL")]
        )
        == []
    )
    assert told([Actor(name="Ministry of Defence", country="LR"), Actor(name="Ministry of Defence")]) == [
        ((0, 1), NAME)
    ]
    yearly = [Source(title="World report", issued=When(year)) for year in ("2003", "2004")]
    assert told(yearly) == []
    numbered = [Source(title=f"Progress report of the Secretary-General {number}") for number in (16, 17)]
    assert told(numbered) == []


def test_sources_are_the_same_by_doi_address_and_key_however_written():
    sources = [
        Source(title="One", doi="https://doi.org/10.1000/ABC"),
        Source(title="Two", doi="doi:10.1000/abc"),
        Source(title="Three", url="http://www.example.org/report/"),
        Source(title="Four", url="https://example.org/report"),
        Source(title="Five", citation_key="un2018"),
        Source(title="Six", citation_key="UN2018"),
    ]
    assert told(sources) == [((0, 1), "doi"), ((2, 3), "url"), ((4, 5), "citation_key")]


def test_titles_that_are_alike_are_asked_about_last():
    sources = [
        Source(title="Final report of the Secretary-General on the mission in Liberia"),
        Source(title="The final report of the Secretary-General on the mission in Liberia"),
        Source(title="A history of Ghana"),
        Source(title="A history of Ghana "),
    ]
    assert told(sources) == [((2, 3), NAME), ((0, 1), ALIKE)]


def test_one_word_for_another_makes_another_thing_a_slip_of_the_pen_does_not():
    missions = [Actor(name=f"African Union Mission in {where}") for where in ("Somalia", "Sudan", "Somalai")]
    assert told(missions) == [((0, 2), ALIKE)]
    departments = [
        Actor(name="Republic of Sierra Leone", short_name="Sierra Leone"),
        Actor(name="Republic of Sierra Leone Armed Forces", short_name="RSLAF"),
    ]
    assert told(departments) == []


def test_what_somebody_said_is_not_the_same_is_not_asked_again():
    one, other = Actor(name="The police"), Actor(name="The Police")
    assert told([one, other], {frozenset((one.id, other.id))}) == []


def test_a_name_that_everybody_has_says_nothing():
    assert told([Actor(name="Unknown") for _ in range(LARGEST + 1)]) == []
    assert told([]) == []


def test_ten_thousand_titles_are_held_against_each_other_in_a_moment():
    rng = Random(5)
    words = [
        f"{a}{b}{c}{d}" for a in "bdgkmprst" for b in "aeiou" for c in "lmn" for d in ("da", "ro", "ster")
    ]
    sources = [Source(title=" ".join(rng.choices(words, k=6))) for _ in range(10_000)]
    sources += [Source(title=source.title + " again") for source in sources[:40]]
    begun = time.process_time()
    found = likely_same(sources)
    assert len(found) < MOST
    twins = {frozenset((sources[at].id, sources[10_000 + at].id)) for at in range(40)}
    assert twins <= {frozenset(group.ids) for group in found}
    assert time.process_time() - begun < 30
