"""The sample cases as values."""

import pytest

from casebook import paths
from casebook.domain.case import Case
from casebook.exchange.case_reading import read_file


@pytest.fixture(scope="session")
def sample_cases() -> list[Case]:
    """All six."""
    files = sorted((paths.resources() / "sample").glob("*.json"))
    return [case for file in files for case in read_file(file)]
