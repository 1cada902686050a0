"""What README and guide say is so: links, pictures, commands, reports, settings and folders."""

import json
import re
import shlex
from pathlib import Path

import pytest
from platformdirs.macos import MacOS
from platformdirs.unix import Unix
from PySide6.QtGui import QImageReader

from casebook import cli
from casebook.publishing.converters import FORMATS
from casebook.services.publishing import templates
from casebook.services.settings import setting_specs

ROOT = Path(__file__).resolve().parent.parent
GUIDE = ROOT / "docs" / "guide"
PICTURES = ROOT / "docs" / "images"
PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]
GUIDE_PAGES = sorted(GUIDE.glob("*.md"))

LARGEST_PICTURE = 250_000
"""Bytes; the guide is to open on a slow line."""
PROJECTS = """Project;Country;Years;Partner names;Notes
Police training;Liberia;2003–2018;ECOWAS, United Nations;
Joint patrols;Ivory Coast;since 2005;ECOWAS;Agreed at a summit
Weapons collection;Libria;2006;United Nations;
"""
EVENTS = "Date,Event,Type\n18 August 2003,Peace signed,Agreement\nOctober 2003,Mission begins,Deployment\n"
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")


def text_of(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def without_code(text: str) -> str:
    return re.sub(r"```.*?```", "", text, flags=re.DOTALL)


def anchors(page: Path) -> set[str]:
    """The anchors of a page's headings, as forges make them."""
    heads = re.findall(r"^#+ (.+)$", without_code(text_of(page)), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_and_pictures_lead_somewhere(page):
    lost = []
    for target in LINK.findall(without_code(text_of(page))):
        if target.startswith(("https://", "http://")):
            continue
        path, _, anchor = target.partition("#")
        file = (page.parent / path).resolve() if path else page
        if not file.exists() or (anchor and anchor not in anchors(file)):
            lost.append(target)
    assert lost == []


def test_every_page_of_the_guide_can_be_found_from_its_first_page():
    named = set(LINK.findall(text_of(GUIDE / "index.md")))
    assert {page.name for page in GUIDE_PAGES} - {"index.md"} <= named


def test_every_picture_is_shown_somewhere_is_small_and_says_what_it_shows():
    shown: set[str] = set()
    for page in PAGES:
        for words, target in re.findall(r"!\[([^\]]*)\]\(([^)]+)\)", text_of(page)):
            assert words.strip(), target
            shown.add(Path(target).name)
    for picture in PICTURES.iterdir():
        assert picture.name in shown
        assert picture.stat().st_size <= LARGEST_PICTURE, picture.name
        assert QImageReader(str(picture)).size().width() >= 800, picture.name


def commands() -> list[str]:
    """Every command line that a page shows in a block or between backticks."""
    found: set[str] = set()
    for page in (ROOT / "README.md", *GUIDE_PAGES):
        text = text_of(page)
        found |= set(re.findall(r"^\$ (casebook .+)$", text, re.MULTILINE))
        found |= set(re.findall(r"`(casebook [a-z][^`…]*)`", without_code(text)))
    return sorted(found)


@pytest.mark.parametrize("line", commands())
def test_commands_are_understood(line, capsys):
    words = shlex.split(line.partition(" > ")[0])[1:]
    words = [word for word in words if word not in ("CASE", "COMMAND")]
    assert cli.main([*words, "--help"]) == 0, capsys.readouterr().err
    assert "Usage: casebook" in capsys.readouterr().out


def test_reports_and_formats_are_those_there_are():
    _, _, reports = text_of(GUIDE / "publish.md").partition("\n## Reports\n")
    _, _, formats = text_of(GUIDE / "publish.md").partition("\n## Formats\n")
    assert first_column(reports) == {template.title for template in templates()}
    assert first_column(formats) == {made.title for made in FORMATS.values()}


def first_column(text: str) -> set[str]:
    """What stands first in the rows of the next table."""
    table = re.search(r"(?:^\|.*\n)+", text, re.MULTILINE)
    assert table is not None
    return {row.split("|")[1].strip() for row in table[0].splitlines()[2:]}


def test_every_setting_is_told():
    page = text_of(GUIDE / "settings.md")
    assert [spec.label for spec in setting_specs() if f"| {spec.label} |" not in page] == []


def test_folders_are_where_the_guide_says(monkeypatch):
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", "/home/ama")
    page = text_of(GUIDE / "data-and-safety.md")
    for system in (Unix("casebook", appauthor=False), MacOS("casebook", appauthor=False)):
        for folder in (system.user_data_dir, system.user_config_dir, system.user_state_dir):
            assert f"`{folder.replace('/home/ama', '~')}`" in page


def shown_in_shell(page: Path) -> list[tuple[str, str]]:
    """Commands in the blocks of a page, each with what the page says they answer."""
    shown: list[tuple[str, str]] = []
    for block in re.findall(r"```console\n(.*?)```", text_of(page), re.DOTALL):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, answer = part.partition("\n")
            shown.append((command, answer))
    return shown


@pytest.fixture
def shell(tmp_path, monkeypatch, capsys):
    """Runs a command line as a shell would, in a folder with what the guide takes for granted."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CASEBOOK_LIBRARY", raising=False)
    (tmp_path / "key.txt").write_text("four quite unrelated words\n", encoding="utf-8")
    case = json.loads((ROOT / "resources" / "sample" / "liberia.json").read_text(encoding="utf-8"))
    case["case"]["challenges"][4]["severity"] = 9
    (tmp_path / "projects.csv").write_text(PROJECTS, encoding="utf-8")
    (tmp_path / "events.csv").write_text(EVENTS, encoding="utf-8")
    (tmp_path / "broken.json").write_text(json.dumps(case), encoding="utf-8")

    def run(command: str) -> str:
        if command.startswith("export "):
            name, _, value = command.removeprefix("export ").partition("=")
            monkeypatch.setenv(name, value)
            return ""
        line, _, target = command.partition(" > ")
        cli.main(shlex.split(line)[1:])
        said = capsys.readouterr()
        if target:
            (tmp_path / target).write_text(said.out, encoding="utf-8")
            return said.err
        return said.out + said.err

    return run


@pytest.mark.slow
def test_the_shell_answers_what_the_guide_shows(shell):
    for command, answer in shown_in_shell(GUIDE / "command-line.md"):
        assert shell(command) == answer, command
