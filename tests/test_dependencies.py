"""What Casebook stands on is declared in ranges, pinned with hashes, and named without an address."""

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
RUNTIME = [Requirement(line) for line in PROJECT["dependencies"]]
TEST = [Requirement(line) for line in PROJECT["optional-dependencies"]["test"]]
PINS = dict(re.findall(r"^([A-Za-z0-9._-]+)==([^ ;\\]+)", LOCK, re.MULTILINE))


@pytest.mark.parametrize("requirement", RUNTIME + TEST, ids=lambda r: r.name)
def test_every_range_is_pinned_within_itself(requirement):
    pinned = PINS[canonicalize_name(requirement.name)]
    assert requirement.specifier.contains(pinned), f"{requirement} is locked at {pinned}: run 'make lock'"


def test_the_lock_names_no_address():
    assert not re.search(r"://|^\s*--(?!hash)|@ ", LOCK, re.MULTILINE)


def test_every_pin_has_hashes():
    pins = [block for block in re.split(r"\n(?=\S)", LOCK.strip()) if block]
    assert len(pins) == len(PINS)
    assert [pin.splitlines()[0] for pin in pins if "--hash=sha256:" not in pin] == []


def test_every_import_is_of_something_declared():
    declared = {canonicalize_name(r.name) for r in RUNTIME}
    providers = packages_distributions()
    undeclared = set()
    for path in (ROOT / "casebook").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            for top in {n.partition(".")[0] for n in names} - sys.stdlib_module_names - {"casebook"}:
                given_by = {canonicalize_name(d) for d in providers.get(top, [])}
                if not given_by & declared:
                    undeclared.add((path.relative_to(ROOT).as_posix(), top))
    assert undeclared == set()
