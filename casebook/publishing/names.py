"""How values read in a report: names of countries (ISO 3166-1) and languages (ISO 639) in pycountry's translations."""

import gettext
from functools import lru_cache

from casebook.domain.wording import Wording
from casebook.publishing.order import Materials


@lru_cache(maxsize=8)
def _translations(domain: str, language: str) -> gettext.NullTranslations:
    import pycountry

    return gettext.translation(domain, pycountry.LOCALES_DIR, languages=[language], fallback=True)


def country_name(code: str, language: str = "en") -> str:
    """The short name of a country in `language`; the code itself when it is not in the standard."""
    import pycountry

    entry = pycountry.countries.get(alpha_2=code.upper())
    if entry is None:
        return code
    return _translations("iso3166-1", language).gettext(getattr(entry, "common_name", entry.name))


def language_name(code: str, language: str = "en") -> str:
    """The name of a language in `language`; the code itself when it is not in the standard."""
    import pycountry

    by_length = {2: "alpha_2", 3: "alpha_3"}.get(len(code))
    entry = pycountry.languages.get(**{by_length: code.lower()}) if by_length else None
    return _translations("iso639-3", language).gettext(entry.name) if entry else code


def wording_of(materials: Materials, language: str) -> Wording:
    """How values read in a report in `language`."""
    return Wording(
        vocabularies=materials.vocabularies,
        language=language,
        translate=materials.translate,
        country=lambda code: country_name(code, language),
        language_name=lambda code: language_name(code, language),
    )
