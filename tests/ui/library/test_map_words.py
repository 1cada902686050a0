from casebook.domain.case_points import Exactness
from casebook.domain.map_clusters import cluster_levels
from casebook.domain.map_contents import MapContents
from casebook.ui.library.map_words import case_points, disc_words, placed_words, point_words, without_words
from tests.ui.library.maps import IRAQ, LEONE, LIBERIA, POINTS, point


def test_one_and_many_are_told_apart(look):
    assert placed_words(MapContents.of(POINTS)) == "5 cases in 4 countries"
    assert placed_words(MapContents.of([LIBERIA])) == "1 case in 1 country"
    assert placed_words(MapContents.of(())) == "0 cases"
    assert placed_words(MapContents.of([point("a", 6, -9, countries=())])) == "1 case"
    assert without_words(MapContents.of((), ["a", "b"])) == "2 without a place"
    assert without_words(MapContents.of(())) == ""


def test_words_say_how_exact_a_place_is(look):
    assert point_words(LIBERIA) == "Case liberia · Tubmanburg"
    assert point_words(IRAQ) == "Case iraq · around Baghdad"
    assert point_words(LIBERIA._replace(where="", title="x" * 500)) == "x" * 119 + "…"
    assert point_words(LEONE) == "Case leone · somewhere in Sierra Leone"


def test_a_disc_names_some_of_its_cases_and_counts_the_others(look):
    (cluster,) = cluster_levels(
        point(f"{at:02d}", 6, -9, exactness=Exactness.PLACE) for at in range(11)
    ).spots
    lines = disc_words(cluster, None).splitlines()
    assert len(lines) == 9 and lines[0] == "Case 00 · Tubmanburg" and lines[-1] == "… and 3 more"
    assert disc_words(cluster, frozenset({"03"})) == "Case 03 · Tubmanburg"
    assert disc_words(cluster, frozenset()) == "None of the chosen cases is here"


def test_each_case_is_listed_once(look):
    (cluster,) = cluster_levels([LIBERIA, LIBERIA]).spots
    assert case_points(cluster, None) == [LIBERIA]
