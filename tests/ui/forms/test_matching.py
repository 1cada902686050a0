"""Names found without regard to accents, case and order."""

import pytest

from casebook.ui.forms.matching import matches


@pytest.mark.parametrize(
    ("typed", "name", "found"),
    [
        ("cote", "Côte d’Ivoire", True),
        ("ivoire côte", "Côte d’Ivoire", True),
        ("", "anything", True),
        ("oire", "Côte d’Ivoire", False),
        ("MISSION lib", "United Nations Mission in Liberia", True),
        ("...", "anything", True),
        ("strasse", "Straße", True),
        ("tromso", "Tromsø", True),
        ("الامم", "الأمم المتحدة", True),
    ],
)
def test_each_word_typed_begins_a_word_of_the_name(typed, name, found):
    assert matches(typed, name) is found
