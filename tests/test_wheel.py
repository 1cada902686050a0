"""The built wheel works by itself: in a clean environment elsewhere, it makes and exports a case."""

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

# One worker builds and installs once for all of these.
pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("wheel")]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    """The wheel, built from this source tree."""
    place = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(place)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    [built] = place.glob("casebook-*.whl")
    return built


@pytest.fixture(scope="module")
def casebook(wheel, tmp_path_factory):
    """Run the installed `casebook` command from a folder that is not the source tree."""
    home = tmp_path_factory.mktemp("elsewhere")
    environment = home / "env"
    venv.create(environment, with_pip=False, symlinks=os.name != "nt")
    scripts = environment / ("Scripts" if os.name == "nt" else "bin")
    install = [sys.executable, "-m", "pip", "--python", str(scripts / "python"), "install"]
    install += ["--quiet", "--disable-pip-version-check", "--no-deps", "--no-index", str(wheel)]
    subprocess.run(install, check=True, capture_output=True)
    _borrow_dependencies(environment)
    variables = {
        k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "VIRTUAL_ENV", "CASEBOOK"))
    }
    variables["CASEBOOK_HOME"] = str(home / "user")

    def run(*arguments: str, library: Path | None = None) -> subprocess.CompletedProcess[str]:
        chosen = {"CASEBOOK_LIBRARY": str(library)} if library else {}
        command = [str(scripts / "casebook"), *arguments]
        return subprocess.run(
            command,
            cwd=home,
            env=variables | chosen,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )

    return run


def _borrow_dependencies(environment: Path) -> None:
    """Let the environment see the packages installed here, after its own: no network, and no time lost."""
    bases = {"base": str(environment), "platbase": str(environment)}
    site_packages = Path(sysconfig.get_path("purelib", "venv", bases))
    here = dict.fromkeys(sysconfig.get_path(kind) for kind in ("purelib", "platlib"))
    (site_packages / "borrowed.pth").write_text("\n".join(here) + "\n", encoding="utf-8")


def test_the_wheel_carries_all_that_travels_with_the_code(wheel):
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    for folder in ("resources", "templates"):
        files = [p for p in (ROOT / folder).rglob("*") if p.is_file() and not p.name.startswith(".")]
        expected = {f"casebook/_data/{p.relative_to(ROOT).as_posix()}" for p in files}
        assert expected
        assert expected - names == set()
    assert not [name for name in names if name.startswith(("tests/", "docs/")) or "__pycache__" in name]


def test_the_command_runs(casebook):
    told = casebook("--version")
    assert told.returncode == 0, told.stderr
    assert "0.1.0" in told.stdout


def test_the_sample_case_is_exported_from_the_installed_wheel(casebook, tmp_path):
    library = tmp_path / "sample.casebook"
    made = casebook("new", str(library), "--sample")
    assert made.returncode == 0, made.stderr
    export = ["export", "LR-2003-001", "--format", "pdf", "--to", str(tmp_path / "out")]
    exported = casebook(*export, library=library)
    assert exported.returncode == 0, exported.stderr
    [report] = (tmp_path / "out").rglob("*.pdf")
    assert report.read_bytes().startswith(b"%PDF-")
