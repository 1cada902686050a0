import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.domain.map_plane import HEIGHT, latitude_of, longitude_of, x_of, y_of

latitudes = st.floats(-90, 90)


@given(latitudes, st.floats(-180, 179.999))
def test_a_position_is_found_again(latitude, longitude):
    assert latitude_of(y_of(latitude)) == pytest.approx(latitude, abs=1e-6)
    assert longitude_of(x_of(longitude)) == pytest.approx(longitude, abs=1e-9)
    assert longitude_of(x_of(longitude) + 2) == pytest.approx(longitude, abs=1e-6)


@given(latitudes, latitudes)
def test_north_is_above_south(one, other):
    if one > other + 1e-9:
        assert y_of(one) < y_of(other)


def test_the_map_ends_at_the_poles():
    assert y_of(90) == 0 and y_of(-90) == pytest.approx(HEIGHT) and y_of(0) == pytest.approx(HEIGHT / 2)
    assert y_of(400) == 0 and latitude_of(-3) == pytest.approx(90) and latitude_of(9) == pytest.approx(-90)
    assert pytest.approx(0.57, abs=0.001) == HEIGHT
