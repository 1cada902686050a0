"""What publishing tests share: the materials, and the fullest of the sample cases."""

import pytest

from tests.publishing import sample


@pytest.fixture(scope="session")
def vocabularies():
    return sample.vocabularies()


@pytest.fixture(scope="session")
def materials():
    return sample.sample_materials()


@pytest.fixture(scope="session")
def liberia():
    return sample.sample_case("liberia")
