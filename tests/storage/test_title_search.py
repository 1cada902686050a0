import pytest

from casebook.domain.case import Case
from casebook.domain.sections.lessons import Lesson
from casebook.storage.library import Library
from casebook.storage.title_search import title_queries

TITLES = ("Ceasefire cell in Gao", "Police reform in Gao", "Élan vers la paix", "维持和平 行动")


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    with Library.create(tmp_path_factory.mktemp("titles") / "titles.casebook") as made:
        made.cases.add_all(Case(title=title) for title in TITLES)
        made.cases.save(None, Case(title="Elsewhere", lessons=(Lesson(title="Ceasefire cell in Gao"),)))
        yield made


def near(library, title):
    return {library.cases.load(case_id).title for case_id in library.titles.near(title)}


def test_all_words_come_before_any_two(library):
    assert near(library, "ceasefire cell") == {"Ceasefire cell in Gao"}
    assert near(library, "Ceasefire cell of Timbuktu") == {"Ceasefire cell in Gao"}
    assert near(library, "reform of the police") == {"Police reform in Gao"}


def test_titles_of_entries_are_not_meant(library):
    assert "Elsewhere" not in near(library, "Ceasefire cell in Gao")


def test_accents_and_other_scripts(library):
    assert near(library, "elan VERS") == {"Élan vers la paix"}
    assert near(library, "维持和平") == {"维持和平 行动"}


def test_what_lies_in_the_trash_is_not_found(library):
    case = Case(title="Bridge at Ganta")
    library.cases.save(None, case)
    assert library.titles.near("Bridge at Ganta") == [case.id]
    library.cases.trash(case.id)
    assert library.titles.near("Bridge at Ganta") == []


@pytest.mark.parametrize("text", ["", "   ", "(", '"', "title : OR", "NEAR(a b)", "a*b^c", "-- ; DROP"])
def test_no_text_is_malformed(library, text):
    assert isinstance(library.titles.near(text), list)


def test_without_words_nothing_is_asked():
    assert title_queries(" – ") == []
    assert len(title_queries("Gao")) == 1
