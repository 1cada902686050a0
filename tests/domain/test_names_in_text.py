import pytest

from casebook.domain.names_in_text import NamesInText, plain


@pytest.mark.parametrize(
    ("name", "text", "after"),
    [
        ("ECOMOG", "ECOMOG, ecomog’s and ECOMOGs", "X, X’s and Xs"),
        ("ECOMOG", "ECOMOGUE and XECOMOG and ECOMOG2", "ECOMOGUE and XECOMOG and ECOMOG2"),
        ("EG", "EG and eg and EGs", "X and eg and EGs"),
        ("Al-Shabaab", "al shabaab, AlShabaab, Al‑Shabaab, al_shabaab.jpg", "X, X, X, X.jpg"),
        ("Elders of Gbarnga", "the **Elders**\n_of_ Gbarnga", "the **X"),
        ("Côte d’Ivoire", "COTE D'IVOIRE, Co\u0302te d’Ivoire", "X, X"),
        ("Leïla Haddad", "Leila\u00a0Hadd\u00adad", "X"),
        ("长老会", "与长老会会谈", "与X会谈"),
        ("ECOWAS", "由ECOWAS部队", "由X部队"),
        ("الشرطة", "والشُّرطة", "وX"),
        ("משטרה", "והמשטרה", "והX"),
        ("साझेदारी", "साझेदारी में, साझेदारीवाला", "X में, साझेदारीवाला"),
        ("साझ", "साझेदारी", "साझेदारी"),
        ("유엔", "유엔은", "X은"),
        ("Мирные", "МИРНЫЕ силы", "X силы"),
        ("ＵＮＭＩＬ", "UNMIL came", "X came"),
        ("Straße", "STRASSE", "X"),
        ("🕊", "a🕊b", "aXb"),
        ("A", "A man and A", "A man and A"),
        ("A", " A ", "X"),
        ("", "text", "text"),
    ],
)
def test_a_name_is_found_as_a_reader_would(name, text, after):
    names = NamesInText([name])
    assert names.replaced(text, lambda _name: "X") == after
    assert names.found_in(text) == (after != text)


def test_the_longest_name_is_taken_and_told_in_its_plain_form():
    names = NamesInText(["Élders", "Elders of Gbarnga", "EG"])
    assert names.replaced("Elders of Gbarnga, elders, EG", str.upper) == "ELDERS OF GBARNGA, ELDERS, EG"
    assert names.said_in("the Elders of Gbarnga and the élders") == {"Elders of Gbarnga", "Elders"}
    assert plain("Élders") == "Elders"


def test_names_can_be_looked_for_as_they_are_written():
    names = NamesInText(["Report"], as_written=True)
    assert names.found_in("the Report") and not names.found_in("the report")


def test_text_without_a_name_is_the_very_same():
    text = "Cafe\u0301 \u202e here"
    assert NamesInText(["Elders"]).replaced(text, str.upper) is text
