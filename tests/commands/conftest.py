"""Runs commands as a shell would: arguments in, exit status and both streams out."""

from collections.abc import Callable

import attrs
import pytest

from casebook import cli


@attrs.frozen
class Ran:
    """What came of a command."""

    status: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command without a library in the environment."""
    monkeypatch.delenv("CASEBOOK_LIBRARY", raising=False)
    monkeypatch.delenv("CASEBOOK_PASSPHRASE_FILE", raising=False)

    def ran(*arguments: object) -> Ran:
        capsys.readouterr()
        status = cli.main([str(argument) for argument in arguments])
        return Ran(status, *capsys.readouterr())

    return ran


@pytest.fixture
def sample(run: Run, sample_library: object) -> Run:
    """Run a command on a copy of the sample library."""

    def ran(command: str, *arguments: object) -> Ran:
        return run(command, "--library", sample_library, *arguments)

    return ran
