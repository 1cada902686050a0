"""The rules of the house: floors, budgets, names, and a test beside every module."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "casebook"
TESTS = ROOT / "tests"

FILE_LINES, FUNCTION_LINES, CLASS_LINES, PARAMETERS = 300, 40, 250, 6
# What may go over the usual size, up to the limit, and why: "path" or "path::function".
FILE_LIMIT, FUNCTION_LIMIT = 400, 60
STRETCHED: dict[str, str] = {}

# Modules still without a test module of their own. Only ever shorten this list.
NOT_YET_MIRRORED: set[str] = set()
# Folders of declarations and steps, tested together by one module that walks them.
MIRRORED_AS_ONE = {
    "domain/sections": "domain/test_sections.py",
    "storage/migrations": "storage/test_migrations.py",
}

BROAD_EXCEPT_ALLOWED = {"app.py", "cli.py", "ui/tasks.py"}
COLOURS_ALLOWED = {"ui/theme.py"}
FORBIDDEN_WORDS = {"utils", "util", "helpers", "helper", "common", "misc"}
FORBIDDEN_ENDINGS = ("Manager", "Handler", "Processor")
TOP_LEVEL = {
    *("casebook", "resources", "templates", "tests", "docs", ".ci", "main.py", "pyproject.toml", "Makefile"),
    *("README.md", "CHANGELOG.md", "LICENSE", ".gitignore", "requirements.lock"),
}
MAY_IMPORT_NOTHING_BUT = {"domain": {"attr", "attrs", "cattr", "cattrs"}}

Function = ast.FunctionDef | ast.AsyncFunctionDef


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def name_of(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def nodes(path: Path) -> Iterator[ast.AST]:
    return ast.walk(ast.parse(path.read_text(encoding="utf-8"), str(path)))


def length(node: ast.stmt) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def over(name: str, size: int, usual: int, limit: int) -> bool:
    return size > (limit if name in STRETCHED else usual)


def test_the_floors_hold(monkeypatch, capsys):
    monkeypatch.chdir(ROOT)
    assert lint_imports(no_cache=True) == 0, capsys.readouterr().out


def test_the_domain_knows_attrs_and_the_standard_library_only():
    foreign = []
    for floor, allowed in MAY_IMPORT_NOTHING_BUT.items():
        for path in sorted((PACKAGE / floor).rglob("*.py")):
            for node in nodes(path):
                names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
                names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
                tops = {name.partition(".")[0] for name in names}
                foreign += [
                    (name_of(path), t) for t in tops - allowed - {"casebook"} - sys.stdlib_module_names
                ]
    assert foreign == []


def test_files_keep_their_budget():
    sizes = {name_of(p): len(p.read_text(encoding="utf-8").splitlines()) for p in modules()}
    assert {n: s for n, s in sizes.items() if over(n, s, FILE_LINES, FILE_LIMIT)} == {}


def test_functions_keep_their_budget():
    sizes = {
        f"{name_of(p)}::{n.name}": length(n) for p in modules() for n in nodes(p) if isinstance(n, Function)
    }
    assert {n: s for n, s in sizes.items() if over(n, s, FUNCTION_LINES, FUNCTION_LIMIT)} == {}


def test_classes_keep_their_budget():
    sizes = {
        f"{name_of(p)}::{n.name}": length(n)
        for p in modules()
        for n in nodes(p)
        if isinstance(n, ast.ClassDef)
    }
    assert {name: size for name, size in sizes.items() if size > CLASS_LINES} == {}


def test_functions_take_few_parameters():
    crowded = []
    for path in modules():
        for node in nodes(path):
            if isinstance(node, Function):
                given = [a.arg for a in (*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs)]
                count = len([a for a in given if a not in {"self", "cls"}])
                crowded += [(name_of(path), node.name, count)] if count > PARAMETERS else []
    assert crowded == []


def test_every_module_says_in_its_first_line_what_it_is_for():
    silent = []
    for path in modules():
        text = path.read_text(encoding="utf-8")
        said = ast.get_docstring(ast.parse(text)) or ""
        if path.name != "__init__.py" and not said.partition("\n")[0].strip():
            silent.append(name_of(path))
    assert silent == []


def test_package_files_hold_at_most_a_docstring():
    filled = []
    for path in PACKAGE.rglob("__init__.py"):
        body = ast.parse(path.read_text(encoding="utf-8")).body
        docstring_only = len(body) == 1 and ast.get_docstring(ast.Module(body, [])) is not None
        filled += [] if not body or docstring_only else [name_of(path)]
    assert filled == []


def test_names_say_what_a_thing_is():
    vague = [name_of(p) for p in modules() if FORBIDDEN_WORDS & set(re.split(r"[/_.]", name_of(p)))]
    for path in modules():
        for node in nodes(path):
            if isinstance(node, ast.ClassDef) and node.name.lstrip("_").endswith(FORBIDDEN_ENDINGS):
                vague.append(f"{name_of(path)}::{node.name}")
    assert vague == []


def test_errors_are_caught_by_name():
    broad = []
    for path in modules():
        for node in nodes(path):
            if isinstance(node, ast.ExceptHandler) and name_of(path) not in BROAD_EXCEPT_ALLOWED:
                caught = (
                    {n.id for n in ast.walk(node.type) if isinstance(n, ast.Name)}
                    if node.type
                    else {"Exception"}
                )
                if caught & {"Exception", "BaseException"}:
                    broad.append((name_of(path), node.lineno))
    assert broad == []


def test_colours_live_in_the_theme():
    hexadecimal = re.compile(r"#(?:[0-9a-fA-F]{6}|[0-9a-fA-F]{8}|[0-9a-fA-F]{3})(?![0-9A-Za-z_-])")
    painted = []
    for path in modules():
        if name_of(path) in COLOURS_ALLOWED:
            continue
        for node in nodes(path):
            if (
                isinstance(node, ast.Constant)
                and isinstance(node.value, str)
                and hexadecimal.search(node.value)
            ):
                painted.append((name_of(path), node.lineno))
            if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("QColor"):
                fixed = any(isinstance(a, ast.Constant) for a in node.args)
                painted += [(name_of(path), node.lineno)] if fixed else []
    assert painted == []


def test_every_module_has_its_test():
    missing = set()
    for path in modules():
        inside = path.relative_to(PACKAGE)
        together = MIRRORED_AS_ONE.get(inside.parent.as_posix())
        test = TESTS / (together or inside.with_name(f"test_{inside.name}"))
        if path.name != "__init__.py" and not test.is_file():
            missing.add(inside.as_posix())
    assert missing == NOT_YET_MIRRORED


@pytest.mark.parametrize("name", sorted(STRETCHED))
def test_what_is_stretched_needs_to_be(name):
    path = PACKAGE / name.partition("::")[0]
    if "::" not in name:
        assert len(path.read_text(encoding="utf-8").splitlines()) > FILE_LINES
    else:
        sizes = [
            length(n) for n in nodes(path) if isinstance(n, Function) and n.name == name.partition("::")[2]
        ]
        assert max(sizes) > FUNCTION_LINES


def test_tests_use_the_real_thing_and_check_something():
    weak = []
    for path in sorted(TESTS.rglob("*.py")):
        for node in nodes(path):
            where = f"{path.relative_to(ROOT).as_posix()}:{getattr(node, 'lineno', 0)}"
            if isinstance(node, ast.ImportFrom | ast.Import) and "mock" in ast.unparse(node):
                weak.append(f"{where} mocks")
            if isinstance(node, ast.Call) and ast.unparse(node.func) in {
                "time.sleep",
                "sleep",
                "QTest.qSleep",
            }:
                weak.append(f"{where} sleeps")
            if isinstance(node, Function) and node.name.startswith("test_") and not _checks(node):
                weak.append(f"{where} {node.name} checks nothing")
    assert weak == []


def _checks(test: Function) -> bool:
    words = ("assert", "raises", "wait", "check", "expect", "verify", "qtmodeltester", "benchmark")
    return any(word in ast.unparse(test.body) for word in words)  # type: ignore[arg-type]


def test_nothing_stray_lies_at_the_top():
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("not a git checkout")
    assert {line.partition("/")[0] for line in listed.stdout.splitlines()} <= TOP_LEVEL
