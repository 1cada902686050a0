"""Countries and languages are named; a code nobody knows stays as it is."""

from casebook.iso_names import (
    countries,
    country_name,
    language_name,
    languages,
    other_country_names,
)


def test_countries_by_code_in_order_of_name():
    assert country_name("LR") == country_name("lr") == "Liberia"
    assert country_name("XX") == "XX"
    assert list(countries().values()) == sorted(countries().values())
    assert len(countries()) > 240


def test_countries_are_found_by_their_other_names():
    others = other_country_names()
    assert "LBR" in others["LR"]
    assert set(others) == set(countries())


def test_languages_by_code():
    assert language_name("ar") == "Arabic"
    assert language_name("xx") == "xx"
    assert {"en", "fr", "es", "zh", "ru"} <= set(languages())


def test_countries_and_languages_have_names_in_the_language_of_the_report():
    assert (country_name("LR"), country_name("lr"), country_name("DE", "fr")) == (
        "Liberia",
        "Liberia",
        "Allemagne",
    )
    assert (language_name("fr"), language_name("ara"), language_name("en", "fr")) == (
        "French",
        "Arabic",
        "Anglais",
    )


def test_an_unknown_code_stands_for_itself():
    assert (country_name("QZ"), language_name("qq"), language_name("nonsense")) == ("QZ", "qq", "nonsense")
    assert country_name("LR", "xx") == "Liberia"
