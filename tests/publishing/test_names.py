from casebook.publishing.names import country_name, language_name


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
