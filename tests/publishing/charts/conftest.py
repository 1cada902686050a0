"""What the tests of charts share: the wording of a report, and a chart drawn."""

import pytest

from casebook.publishing.charts.chart import chart
from casebook.publishing.names import wording_of


@pytest.fixture(scope="session")
def wording(materials):
    return wording_of(materials, "en")


@pytest.fixture(scope="session")
def drawn(materials, wording):
    def draw(kind, case, **more):
        return chart(kind, case, wording, materials.resources, **more)

    return draw
