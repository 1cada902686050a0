import json

from casebook import iso_names, paths
from casebook.domain.map_plane import HEIGHT
from casebook.services.world_map import world


def test_every_country_has_a_position_and_most_an_outline():
    codes = set(iso_names.countries())
    assert set(world().positions) == codes
    assert set(world().lands) - {""} <= codes and len(world().lands) > 220
    assert {"LR", "SO", "PS", "TL", "MV", "SM"} <= set(world().lands)


def test_a_country_lies_where_its_position_says():
    outside = {
        code
        for code, where in world().positions.items()
        if not -90 <= where.latitude <= 90 or not -180 <= where.longitude <= 180
    }
    assert outside == set()
    liberia = world().positions["LR"]
    assert (round(liberia.latitude), round(liberia.longitude)) == (6, -9)
    assert round(world().positions["AU"].latitude) == -26


def test_lines_lie_on_the_map():
    for outlines in world().lands.values():
        for line in outlines:
            assert all(-1e-9 <= x <= 1 + 1e-9 and 0 <= y <= HEIGHT + 1e-9 for x, y in line)
    assert len(world().borders) > 300 and 0 < len(world().unsettled) < 30


def test_the_file_is_small_and_says_where_it_comes_from():
    folder = paths.resources() / "map"
    assert (folder / "world.json").stat().st_size < 300_000
    assert set(json.loads((folder / "world.json").read_text(encoding="utf-8"))) == {
        *("grid", "arcs", "lands", "others", "unsettled", "positions")
    }
    told = (folder / "README.md").read_text(encoding="utf-8")
    assert "Natural Earth" in told and "public domain" in told
