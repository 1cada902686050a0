from casebook.domain.map_contents import MapContents
from tests.domain.test_map_clusters import point


def test_cases_and_countries_are_counted_once():
    contents = MapContents.of([point("a", 6, -10), point("a", 7, -10), point("b", 6, -10)], ["c", "c"])
    assert contents.placed == {"a", "b"} and contents.without == {"c"} and contents.countries == 1
    nothing = MapContents.of(())
    assert not nothing.placed and nothing.countries == 0
