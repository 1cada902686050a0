"""What every test needs: no display, no home of a real person, one pace for Hypothesis."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from casebook.ui.garbage import Garbage
from casebook.ui.lasting import keep_constants

# Read by Qt when the application object is made, so it is set before any test runs.
os.environ["QT_QPA_PLATFORM"] = "offscreen"

keep_constants()
garbage = Garbage()
# The suite tries the same examples each time, so that it says the same of the same code; `make stress` looks for new ones.
settings.register_profile("ci", deadline=None, max_examples=60, derandomize=True)
settings.register_profile("search", deadline=None, max_examples=300)
settings.load_profile("ci")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the expected outputs anew")


@pytest.fixture(scope="session", autouse=True)
def casebook_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A user folder of the test run's own, so that nobody's library is ever touched."""
    home = tmp_path_factory.mktemp("casebook-home")
    os.environ["CASEBOOK_HOME"] = str(home)
    os.environ.pop("CASEBOOK_LIBRARY", None)
    return home


@pytest.fixture(autouse=True)
def collected() -> Iterator[None]:
    """Garbage is collected between tests, in their thread, as the window does it in its own."""
    yield
    garbage.collect_due()


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    """Whether expected outputs are to be written anew instead of compared."""
    return bool(request.config.getoption("--update-golden"))


@pytest.fixture(scope="session")
def built_sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample library, built once; copy it before writing to it."""
    from casebook.services.sample import make_sample

    path = tmp_path_factory.mktemp("sample") / "sample.casebook"
    assert make_sample(path, lambda _done, _of: None, lambda: False)
    return path


@pytest.fixture
def sample_library(built_sample: Path, tmp_path: Path) -> Path:
    """A copy of the sample library, to do with as one likes."""
    return Path(shutil.copy(built_sample, tmp_path / "sample.casebook"))
