"""Names of countries (ISO 3166-1) and languages (ISO 639) in many languages, from pycountry, imported when first asked."""

import gettext
from functools import cache


@cache
def _translations(domain: str, language: str) -> gettext.NullTranslations:
    import pycountry

    return gettext.translation(domain, pycountry.LOCALES_DIR, languages=[language], fallback=True)


@cache
def countries(language: str = "en") -> dict[str, str]:
    """Short names by alpha-2 code, in order of name."""
    import pycountry

    say = _translations("iso3166-1", language).gettext
    named = {entry.alpha_2: say(getattr(entry, "common_name", entry.name)) for entry in pycountry.countries}
    return dict(sorted(named.items(), key=lambda item: item[1]))


def country_name(code: str, language: str = "en") -> str:
    """The short name of a country; the code itself when it is not in ISO 3166-1."""
    return countries(language).get(code.upper(), code)


@cache
def other_country_names() -> dict[str, tuple[str, ...]]:
    """What else a country may be looked up by, by alpha-2 code: its alpha-3 code and its formal names."""
    import pycountry

    return {
        entry.alpha_2: (entry.alpha_3, entry.name, getattr(entry, "official_name", entry.name))
        for entry in pycountry.countries
    }


@cache
def languages(language: str = "en") -> dict[str, str]:
    """Names of languages that have a two-letter code, by that code, in order of name."""
    import pycountry

    say = _translations("iso639-3", language).gettext
    named = {entry.alpha_2: say(entry.name) for entry in pycountry.languages if hasattr(entry, "alpha_2")}
    return dict(sorted(named.items(), key=lambda item: item[1]))


def language_name(code: str, language: str = "en") -> str:
    """The name of a language with this two- or three-letter code; the code itself when it is not known."""
    known = languages(language).get(code.lower())
    return known or _name_of_three_letters(code, language)


def _name_of_three_letters(code: str, language: str) -> str:
    import pycountry

    entry = pycountry.languages.get(alpha_3=code.lower()) if len(code) == 3 else None
    return _translations("iso639-3", language).gettext(entry.name) if entry else code
