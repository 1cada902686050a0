"""Names of countries (ISO 3166-1) and languages (ISO 639) in many languages, from the files of pycountry.

The files are read without pycountry's own classes, which take ten times as long and keep ten megabytes.
"""

import gettext
import json
from functools import cache
from importlib.util import find_spec
from pathlib import Path


def _folder() -> Path:
    found = find_spec("pycountry")
    if found is None or not found.submodule_search_locations:
        raise FileNotFoundError("The names of countries are missing; install Casebook again.")
    return Path(found.submodule_search_locations[0])


def _entries(standard: str) -> list[dict[str, str]]:
    """The entries of a standard, such as "3166-1", as its file lists them."""
    file = _folder() / "databases" / f"iso{standard}.json"
    entries: list[dict[str, str]] = json.loads(file.read_text(encoding="utf-8"))[standard]
    return entries


@cache
def _translations(domain: str, language: str) -> gettext.NullTranslations:
    return gettext.translation(domain, _folder() / "locales", languages=[language], fallback=True)


@cache
def countries(language: str = "en") -> dict[str, str]:
    """Short names by alpha-2 code, in order of name."""
    say = _translations("iso3166-1", language).gettext
    named = {entry["alpha_2"]: say(entry.get("common_name", entry["name"])) for entry in _entries("3166-1")}
    return dict(sorted(named.items(), key=lambda item: item[1]))


def country_name(code: str, language: str = "en") -> str:
    """The short name of a country; the code itself when it is not in ISO 3166-1."""
    return countries(language).get(code.upper(), code)


@cache
def other_country_names() -> dict[str, tuple[str, ...]]:
    """What else a country may be looked up by, by alpha-2 code: its alpha-3 code and its formal names."""
    return {
        entry["alpha_2"]: (entry["alpha_3"], entry["name"], entry.get("official_name", entry["name"]))
        for entry in _entries("3166-1")
    }


@cache
def languages(language: str = "en") -> dict[str, str]:
    """Names of languages that have a two-letter code, by that code, in order of name."""
    say = _translations("iso639-3", language).gettext
    named = {entry["alpha_2"]: say(entry["name"]) for entry in _entries("639-3") if "alpha_2" in entry}
    return dict(sorted(named.items(), key=lambda item: item[1]))


def language_name(code: str, language: str = "en") -> str:
    """The name of a language with this two- or three-letter code; the code itself when it is not known."""
    known = languages(language).get(code.lower())
    return known or _name_of_three_letters(code, language)


@cache
def _name_of_three_letters(code: str, language: str) -> str:
    known = (entry["name"] for entry in _entries("639-3") if entry["alpha_3"] == code.lower())
    name = next(known, "")
    return _translations("iso639-3", language).gettext(name) if name else code
