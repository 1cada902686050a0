"""Where Casebook's own files and the user's files live: source tree, installed wheel or frozen app."""

import os
import sys
from pathlib import Path

import platformdirs

_APP = "casebook"
_HOME_VARIABLE = "CASEBOOK_HOME"


def resources() -> Path:
    """The folder of icons, fonts, vocabularies, the sample and all else the app reads but never writes."""
    return _shipped("resources")


def templates() -> Path:
    """The folder of built-in report templates, one folder each."""
    return _shipped("templates")


def user_data() -> Path:
    """The folder for libraries and backups the user did not place elsewhere; made if missing."""
    return _users("data", platformdirs.user_data_path(_APP, appauthor=False))


def user_templates() -> Path:
    """The folder where users put report templates of their own; made if missing."""
    return _made(user_data() / "templates")


def user_styles() -> Path:
    """The folder where users put citation styles of their own; made if missing."""
    return _made(user_data() / "citation-styles")


def user_config() -> Path:
    """The folder of settings; made if missing."""
    return _users("config", platformdirs.user_config_path(_APP, appauthor=False))


def user_state() -> Path:
    """The folder of window state, recent files and logs: losing it loses no work; made if missing."""
    return _users("state", platformdirs.user_state_path(_APP, appauthor=False))


def _shipped(name: str) -> Path:
    """Find a folder that travels with the code; the first place that has it wins.

    Raises FileNotFoundError, which only a broken installation can cause.
    """
    package = Path(__file__).resolve().parent
    frozen = getattr(sys, "_MEIPASS", None)
    places = [package / "_data" / name, package.parent / name]
    if frozen is not None:
        places.insert(0, Path(frozen) / name)
    for place in places:
        if place.is_dir():
            return place
    raise FileNotFoundError(f"Casebook's own folder '{name}' is missing; install Casebook again.")


def _users(kind: str, usual: Path) -> Path:
    """A folder of the user's: under CASEBOOK_HOME when set (portable use, tests), else the system's usual."""
    home = os.environ.get(_HOME_VARIABLE)
    return _made(Path(home).expanduser().absolute() / kind if home else usual)


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder
