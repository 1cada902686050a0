"""Finds terms, countries and languages by any name they go by, in any language the lists are shipped in."""

import re
from functools import cached_property

from casebook import iso_names
from casebook.domain.folding import folded as without_accents
from casebook.domain.vocabulary import Vocabularies, Vocabulary, languages_of

_BETWEEN = re.compile(r"[\s_\-–—/]+")
_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "`": "'", "ʼ": "'"})

EVERYDAY_NAMES = {
    "BO": ("Bolivia",),
    "CD": ("DR Congo", "DRC", "Congo-Kinshasa", "Democratic Republic of the Congo", "Congo (Kinshasa)"),
    "CG": ("Congo-Brazzaville", "Republic of the Congo", "Congo (Brazzaville)"),
    "CI": ("Ivory Coast", "Cote d'Ivoire"),
    "CV": ("Cape Verde",),
    "CZ": ("Czech Republic",),
    "FM": ("Micronesia",),
    "GB": ("UK", "Great Britain", "Britain"),
    "IR": ("Iran",),
    "KP": ("North Korea", "DPRK"),
    "KR": ("South Korea", "Korea", "Republic of Korea"),
    "LA": ("Laos",),
    "MK": ("Macedonia",),
    "MM": ("Burma",),
    "PS": ("Palestine",),
    "RU": ("Russia",),
    "SY": ("Syria",),
    "SZ": ("Swaziland",),
    "TL": ("East Timor",),
    "TR": ("Turkey",),
    "TW": ("Taiwan",),
    "TZ": ("Tanzania",),
    "US": ("USA", "U.S.A.", "U.S.", "United States of America"),
    "VE": ("Venezuela",),
    "VN": ("Vietnam",),
}
"""What people call countries that ISO 3166-1 lists under longer names."""

FLAG_WORDS = {
    **dict.fromkeys(("yes", "y", "true", "1", "x", "✓", "✔", "oui", "o", "vrai", "ja", "j", "wahr"), True),
    **dict.fromkeys(("si", "sim", "verdadero", "да", "نعم", "是"), True),
    **dict.fromkeys(("no", "n", "false", "0", "✗", "non", "faux", "nein", "falsch", "nee"), False),
    **dict.fromkeys(("nao", "falso", "нет", "لا", "否"), False),
}


def folded(text: str) -> str:
    """A name as it is compared: without accents, letter case, and the sort of dash or space between words."""
    return _BETWEEN.sub(" ", without_accents(text.translate(_APOSTROPHES))).strip(" .:*")


class Names:
    """What names mean; each table is made when it is first asked for."""

    def __init__(self, vocabularies: Vocabularies) -> None:
        """`vocabularies` as the library has them."""
        self._vocabularies = vocabularies
        self._terms: dict[str, dict[str, str]] = {}

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """The languages that all lists are shipped in."""
        return languages_of(self._vocabularies)

    def vocabulary_titles(self, key: str) -> tuple[str, ...]:
        """What a vocabulary is called, in each language."""
        held = self._vocabularies.get(key)
        return tuple(held.title.values()) if held is not None else ()

    def term(self, vocabulary: str, text: str) -> str | None:
        """The id of the term that a text names by id, label, or path of labels; None where there is none."""
        if vocabulary not in self._terms:
            held = self._vocabularies.get(vocabulary)
            self._terms[vocabulary] = _term_names(held) if held is not None else {}
        return self._terms[vocabulary].get(folded(text))

    def country(self, text: str) -> str | None:
        """The alpha-2 code of a country named by a name, or by its alpha-2 or alpha-3 code."""
        return self._countries.get(folded(text))

    def language(self, text: str) -> str | None:
        """The two-letter code of a language named by that code or a name."""
        return self._languages.get(folded(text))

    @staticmethod
    def flag(text: str) -> bool | None:
        """What a word for yes or no means."""
        return FLAG_WORDS.get(folded(text))

    @cached_property
    def _countries(self) -> dict[str, str]:
        named: dict[str, str] = {}
        for code, others in iso_names.other_country_names().items():
            for name in (code, *others, *EVERYDAY_NAMES.get(code, ())):
                named.setdefault(folded(name), code)
        for language in self.languages:
            for code, name in iso_names.countries(language).items():
                named.setdefault(folded(name), code)
        return named

    @cached_property
    def _languages(self) -> dict[str, str]:
        named = {code: code for code in iso_names.languages()}
        for spoken in self.languages:
            for code, name in iso_names.languages(spoken).items():
                named.setdefault(folded(name), code)
        return named


def _term_names(vocabulary: Vocabulary) -> dict[str, str]:
    """Every name of every term; where two terms share one, the one that is not deprecated has it."""
    named: dict[str, str] = {}
    in_use = [term for _depth, term in vocabulary.walk() if not term.deprecated_by]
    left = [term for _depth, term in vocabulary.walk() if term.deprecated_by]
    for term in (*in_use, *left):
        named.setdefault(folded(term.id), term.id)
    for term in (*in_use, *left):
        for language, label in term.label.items():
            for name in (label, vocabulary.path(term.id, language)):
                named.setdefault(folded(name), term.id)
    return named
