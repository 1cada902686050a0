"""Columns find their fields by heading and by what stands in them."""

from datetime import date

from casebook.domain.case import CASE
from casebook.domain.list_file import ListFile
from casebook.services.lists.guessing import guessed, sample_of
from casebook.services.lists.names import Names
from casebook.services.lists.records import Records
from casebook.services.lists.targets import targets_of
from casebook.services.lists.values import Understanding
from tests.strategies import VOCABULARIES

UNDERSTANDING = Understanding(Names(VOCABULARIES), Records(CASE, {}, {}))


def goes(columns, *rows, into=""):
    listed = ListFile(name="x", columns=columns, rows=rows, numbers=tuple(range(len(rows))))
    mapping = guessed(listed, targets_of(CASE, into), UNDERSTANDING, into=into)
    return [choice.target for choice in mapping.choices]


def test_a_list_of_projects(projects):
    mapping = guessed(projects, targets_of(CASE), UNDERSTANDING)
    assert [choice.target for choice in mapping.choices] == [
        *("title", "countries", "period", "actors:", "context")
    ]


def test_a_list_of_events():
    row = (date(2003, 8, 18), "Peace signed", "Agreement", "yes", "ECOWAS; UN", "In Accra.")
    columns = ("Date", "Event", "Type", "Turning point", "Who", "Notes")
    assert goes(columns, row, into="timeline") == [
        *("date", "title", "type", "turning_point", "actors", "description")
    ]


def test_other_languages_and_values_alone():
    row = ("Formation", "Côte d’Ivoire", "2003–2005", "brouillon")
    assert goes(("Titre", "Pays", "Période", "Statut"), row)[:3] == ["title", "countries", "period"]
    row = ("A training", "Mali", "2003–2005", "Published", "Training of the police in Mali")
    rows = [row, ("Another", "Chad", "2007", "Draft", "Something else")]
    assert goes(("A", "B", "C", "D", "E"), *rows)[:4] == ["title", "countries", "period", "status"]


def test_two_columns_give_a_period():
    rows = [("A", 2003, 2005), ("B", 2004, 2009)]
    assert goes(("Name", "Start year", "End year"), *rows) == ["title", "period:start", "period:end"]
    assert goes(("Name", "From", "To"), *rows) == ["title", "period:start", "period:end"]


def test_a_heading_that_misleads_is_not_believed():
    rows = [("A", "three words here"), ("B", "and more of them")]
    assert goes(("Title", "Countries"), *rows) == ["title", ""]


def test_the_labels_of_every_field_find_that_field():
    for into in ("", "timeline", "actors", "challenges", "lessons"):
        for target in targets_of(CASE, into):
            if not target.end and not target.section:
                assert target.key in goes((target.spec.label,), (None,), into=into)


def test_nothing_is_guessed_where_nothing_is_likely():
    assert goes(("Z1", "Z2"), (1, 2), (3, 4)) == ["", ""]


def test_a_sample_is_of_different_cells():
    assert sample_of([None, "a", "a", " ", "b", 1], most=2) == ["a", "b"]
