"""How values read in a report, in its own language."""

from casebook.domain.wording import Wording
from casebook.iso_names import country_name, language_name
from casebook.publishing.order import Materials


def wording_of(materials: Materials, language: str) -> Wording:
    """How values read in a report in `language`."""
    return Wording(
        vocabularies=materials.vocabularies,
        language=language,
        translate=materials.translate,
        country=lambda code: country_name(code, language),
        language_name=lambda code: language_name(code, language),
    )
