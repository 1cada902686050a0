"""Counts of panels are the numbers of cases that are found, and those of a slow filter over whole cases."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casebook.domain.records import Sensitivity
from casebook.domain.wanted import ANYTHING, Every, HasValue, HasWords
from casebook.domain.wording import Wording
from casebook.iso_names import country_name
from casebook.services.own_terms import vocabularies_of
from casebook.services.panels import BY_KEY, PANELS, Panels, Tick, both
from casebook.services.regions import regions
from casebook.services.searching import understood_in
from casebook.storage.library import Library
from casebook.storage.listing import ListQuery
from tests.builders import COUNTRIES, build_case
from tests.naive_search import counted, has_words
from tests.strategies import VOCABULARIES

CASES = 9


@pytest.fixture(scope="module")
def shelf(tmp_path_factory):
    with Library.create(tmp_path_factory.mktemp("panels") / "shelf.casebook", author="Ama Mensah") as library:
        library.cases.add_all(build_case(seed, 24) for seed in range(CASES))
        library.cases.trash(build_case(0, 24).id)
        yield library


@pytest.fixture(scope="module")
def panels(shelf):
    return Panels(Wording(vocabularies=vocabularies_of(shelf), country=country_name))


@pytest.fixture(scope="module")
def known(shelf):
    """Each case with all it counts under."""
    rows = {row.id: row for row in shelf.cases.page(ListQuery())}
    cases = {one: shelf.cases.load(one) for one in rows}
    quarter = {one: ("completeness", str(row.completeness // 25 * 25)) for one, row in rows.items()}
    return {one: (case, counted(case) | {quarter[one]}) for one, case in cases.items()}


def meant(panel, value):
    """The values that a value of a panel stands for."""
    if panel.key == "region":
        return set(next(region.countries for region in regions() if region.id == value))
    held = VOCABULARIES.get(panel.vocabulary)
    if held is None or held.get(value) is None:
        return {value}
    found, waiting = set(), [held.get(value)]
    while waiting:
        term = waiting.pop()
        found.add(term.id)
        waiting += term.narrower
    return found


def fits(counts, ticks, but=""):
    """Whether what a case counts under has one of the ticks of each panel that has some."""
    for key in {tick.panel for tick in ticks} - {but}:
        panel = BY_KEY[key]
        values = set().union(*(meant(panel, tick.value) for tick in ticks if tick.panel == key))
        if not any((panel.facet, value) in counts for value in values):
            return False
    return True


def every_tick(known):
    """Everything that can be ticked among these cases."""
    found = []
    for panel in PANELS:
        held = sorted(
            {value for _case, counts in known.values() for facet, value in counts if facet == panel.facet}
        )
        if panel.key == "region":
            held = [one.id for one in regions() if one.countries & set(held)]
        elif panel.vocabulary:
            every = VOCABULARIES[panel.vocabulary].by_id
            held = sorted({*held, *(term for term in every if meant(panel, term) & set(held))})
        found += [Tick(panel.key, value) for value in held]
    return found


QUERIES = ("", "patrol", "elders barracks", "radio OR budget", "NOT patrol")


@given(st.data())
@settings(max_examples=20)
def test_counts_are_what_is_found_and_what_a_slow_filter_finds(shelf, panels, known, data):
    text = data.draw(st.sampled_from(QUERIES))
    panel = data.draw(st.sampled_from(PANELS))
    possible = every_tick(known)
    here = st.sampled_from([tick for tick in possible if tick.panel == panel.key])
    ticks = data.draw(st.lists(here, max_size=2, unique=True))
    ticks += data.draw(st.lists(st.sampled_from(possible), max_size=2, unique=True))
    query = ListQuery(wanted=understood_in(shelf, text).wanted)
    shown = {one.value: one.number for one in panels.count(shelf, query, ticks, panel)}
    others = [tick for tick in ticks if tick.panel != panel.key]
    for value in {tick.value for tick in possible if tick.panel == panel.key} | shown.keys():
        instead = [*others, Tick(panel.key, value)]
        numbers = shelf.lookup.listed(ListQuery(wanted=both(query.wanted, panels.wanted(instead))))
        slow = [case.id for case, counts in known.values() if fits(counts, instead) and said(case, text)]
        assert shown.get(value, 0) == len(numbers), value
        assert set(shelf.lookup.ids(numbers)) == set(slow), value


def said(case, text):
    """The few queries above, by hand; none of their words names a term or a country."""
    match text:
        case "":
            return True
        case "NOT patrol":
            return not has_words(case, "patrol", whole=False)
        case "radio OR budget":
            return any(has_words(case, word, whole=False) for word in ("radio", "budget"))
        case _:
            return all(has_words(case, word, whole=False) for word in text.split())


def test_no_value_that_a_case_has_is_left_out(shelf, panels, known):
    for panel in PANELS:
        shown = {one.value for one in panels.count(shelf, ListQuery(), (), panel)}
        assert {tick.value for tick in every_tick(known) if tick.panel == panel.key} <= shown, panel.key


def test_what_is_ticked_stays_though_no_case_is_left(shelf, panels):
    query = ListQuery(wanted=HasWords(("zzz",)))
    for panel in PANELS:
        tick = Tick(panel.key, "not-there")
        (shown,) = panels.count(shelf, query, [tick], panel)
        assert (shown.value, shown.number) == ("not-there", 0)
        assert panels.label(shelf, tick).startswith(panel.title + ": ")


def test_values_have_names_and_stand_in_their_order(shelf, panels):
    def labels(key):
        return [one.label for one in panels.count(shelf, ListQuery(), (), BY_KEY[key])]

    assert labels("country")
    assert not set(labels("country")) & {*COUNTRIES}
    years = [one.value for one in panels.count(shelf, ListQuery(), (), BY_KEY["decade"])]
    assert years == sorted(years)
    assert all(label.endswith("s") for label in labels("decade"))
    levels = [one.value for one in panels.count(shelf, ListQuery(), (), BY_KEY["sensitivity"])]
    assert levels == [one.key for one in Sensitivity if one.key in levels]
    numbers = [one.number for one in panels.count(shelf, ListQuery(), (), BY_KEY["framework"])]
    assert numbers == sorted(numbers, reverse=True)
    assert set(labels("actor")) <= {
        one.short_name for seed in range(CASES) for one in build_case(seed, 24).actor_records
    }
    below = [one for one in panels.count(shelf, ListQuery(), (), BY_KEY["type"]) if one.path != one.label]
    assert all(one.path.endswith(one.label) for one in below)


def test_ticks_of_one_panel_widen_those_of_several_narrow(panels):
    ticks = [Tick("tag", "a"), Tick("tag", "b"), Tick("author", "c"), Tick("no such panel", "d")]
    tags, authors = HasValue("tags", frozenset("ab")), HasValue("authors", frozenset("c"))
    assert panels.wanted(ticks) == Every((tags, authors))
    assert panels.wanted(ticks, but="tag") == Every((authors,))
    assert panels.wanted([]) == panels.wanted(ticks[3:]) == ANYTHING
    assert both(ANYTHING, tags) == both(tags, ANYTHING) == tags
    assert both(tags, authors) == Every((tags, authors))
