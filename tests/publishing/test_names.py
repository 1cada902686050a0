"""A report speaks its own language."""

from casebook import paths
from casebook.publishing.names import wording_of
from casebook.publishing.order import Materials
from casebook.services.vocabularies import load_vocabularies


def test_names_and_terms_are_in_the_language_of_the_report():
    materials = Materials(
        vocabularies=load_vocabularies(paths.resources() / "vocabularies"),
        resources=paths.resources(),
        template_folders=(),
    )
    french = wording_of(materials, "fr")
    assert (french.country("DE"), french.language_name("en")) == ("Allemagne", "Anglais")
    assert french.term("perception", "positive") != ""
    assert wording_of(materials, "en").country("DE") == "Germany"
