"""Names of countries (ISO 3166-1) and languages (ISO 639), from pycountry, which is imported when first asked."""

from functools import cache


@cache
def countries() -> dict[str, str]:
    """English short names by alpha-2 code, in order of name."""
    import pycountry

    named = {entry.alpha_2: getattr(entry, "common_name", entry.name) for entry in pycountry.countries}
    return dict(sorted(named.items(), key=lambda item: item[1]))


def country_name(code: str) -> str:
    """The English short name of a country; the code itself when it is not in ISO 3166-1."""
    return countries().get(code.upper(), code)


@cache
def other_country_names() -> dict[str, tuple[str, ...]]:
    """What else a country may be looked up by, by alpha-2 code: its alpha-3 code and its formal names."""
    import pycountry

    return {
        entry.alpha_2: (entry.alpha_3, entry.name, getattr(entry, "official_name", entry.name))
        for entry in pycountry.countries
    }


@cache
def languages() -> dict[str, str]:
    """English names of living languages that have a two-letter code, by that code, in order of name."""
    import pycountry

    named = {entry.alpha_2: entry.name for entry in pycountry.languages if hasattr(entry, "alpha_2")}
    return dict(sorted(named.items(), key=lambda item: item[1]))


def language_name(code: str) -> str:
    """The English name of a language; the code itself when it is not known."""
    return languages().get(code.lower(), code)
