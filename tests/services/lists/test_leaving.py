"""Lists go out with days as days and numbers as numbers, and come back as they were."""

from datetime import date

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casebook.domain.case import CASE, new_case
from casebook.domain.dates import When
from casebook.domain.errors import CasebookError, LibraryError
from casebook.domain.records import Sensitivity
from casebook.domain.sections.actors import Participant
from casebook.domain.sections.registry import Actor
from casebook.domain.wording import Wording
from casebook.exchange.list_reading import read_list
from casebook.iso_names import country_name
from casebook.services.lists import leaving
from casebook.services.lists.guessing import guessed
from casebook.services.lists.knowing import knowledge_of
from casebook.services.lists.leaving import (
    LIST_COLUMNS,
    ListWish,
    day_or_words,
    export_list,
    list_grid,
    rows_of,
)
from casebook.services.lists.planning import Intake, plan
from casebook.services.lists.targets import targets_of
from casebook.storage.library import Library
from casebook.storage.listing import CaseRow, ListQuery
from tests.strategies import COUNTRIES, VOCABULARIES, any_when

WORDING = Wording(vocabularies=VOCABULARIES, country=country_name)
UNTOLD, GOING_ON = (lambda _done, _of: None), (lambda: False)
WHO = (Actor(name="Economic Community", short_name="ECOWAS"), Actor(name="Ministry of Defence, Liberia"))


def case(title, number=1, **values):
    return new_case(title=title, ref_code=f"X-{number}", **values)


@pytest.fixture
def filled(library, monkeypatch):
    monkeypatch.setattr(leaving, "PAGE", 2)
    for number, title in enumerate(("=Cedar", "Ash", "Birch", "Oak", "Elm")):
        actors = tuple(Participant(actor=who.id) for who in WHO)
        library.cases.save(
            None,
            case(
                title,
                number,
                countries=("CI",),
                period=When("2003-08-18"),
                actors=actors,
                actor_records=WHO,
                brief="In short.",
            ),
        )
    return library


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_all_pages_go_out_in_the_order_of_the_list(filled, tmp_path, ending):
    told = []
    wish = ListWish(query=ListQuery(sort="title", descending=False, limit=1), path=tmp_path / f"out{ending}")
    assert export_list(filled, wish, WORDING, lambda at, of: told.append((at, of)), GOING_ON) == 5
    listed = read_list(wish.path)
    assert listed.columns == tuple(LIST_COLUMNS.values())
    assert listed.column(1) == ["=Cedar", "Ash", "Birch", "Elm", "Oak"]
    assert listed.rows[0][3:7] == (
        "Côte d'Ivoire",
        date(2003, 8, 18) if ending == ".xlsx" else "2003-08-18",
        "ECOWAS; Ministry of Defence, Liberia",
        "Draft",
    )
    assert str(listed.rows[0][7]).isdecimal() and told[-1] == (5, 5)


def test_columns_are_chosen_and_unknown_ones_told(filled, tmp_path):
    wish = ListWish(query=ListQuery(), path=tmp_path / "out.csv", columns=("title", "period"))
    export_list(filled, wish, WORDING, UNTOLD, GOING_ON)
    assert read_list(wish.path).columns == ("Title", "Period")
    with pytest.raises(CasebookError, match=r"no column “colour”; there are ref_code, title"):
        list_grid([], WORDING, ("colour",))


def test_nothing_is_overwritten_or_half_written(filled, tmp_path):
    wish = ListWish(query=ListQuery(), path=tmp_path / "out.csv")
    assert export_list(filled, wish, WORDING, UNTOLD, lambda: True) == 0
    assert not list(tmp_path.glob("*out*"))
    wish.path.write_text("mine")
    with pytest.raises(LibraryError, match="left as it is"):
        export_list(filled, wish, WORDING, UNTOLD, GOING_ON)
    assert wish.path.read_text() == "mine"
    assert export_list(filled, attrs.evolve(wish, replace=True), WORDING, UNTOLD, GOING_ON) == 5


@pytest.mark.parametrize(
    ("edtf", "value"),
    [
        ("", None),
        ("2003", 2003),
        ("2003-08-18", date(2003, 8, 18)),
        ("2003/2018", "2003 – 2018"),
        ("2003-06~", "about June 2003"),
        ("damaged", "damaged"),
    ],
)
def test_periods_are_what_a_spreadsheet_takes_best(edtf, value):
    assert day_or_words(edtf) == value


TITLES = st.text(st.characters(exclude_categories=("C",)), min_size=1, max_size=30).map(
    lambda text: " ".join(text.split())
)
FIELDS = st.fixed_dictionaries(
    {
        "title": TITLES.filter(lambda text: text and not text.startswith("'") and text[0] != "#"),
        "countries": st.lists(st.sampled_from(COUNTRIES), max_size=3, unique=True).map(tuple),
        "period": st.one_of(st.none(), st.randoms(use_true_random=False).map(any_when)),
        "status": st.sampled_from(tuple(VOCABULARIES["status"].by_id)),
        "sensitivity": st.sampled_from(tuple(Sensitivity)),
        "brief": TITLES.filter(lambda text: text and text[0] not in "'#"),
    }
)


@pytest.fixture(scope="module")
def away(tmp_path_factory):
    """A library that knows nothing of the cases in the lists."""
    folder = tmp_path_factory.mktemp("away")
    with Library.create(folder / "away.casebook") as made:
        yield made, folder, knowledge_of(made, VOCABULARIES)


@settings(max_examples=15)
@given(st.lists(FIELDS, min_size=1, max_size=4), st.sampled_from([".csv", ".xlsx"]))
def test_a_list_that_went_out_comes_in_as_it_was(away, fields, ending):
    _library, folder, known = away
    cases = [case(values.pop("title"), at, **values) for at, values in enumerate(map(dict, fields))]
    wish = ListWish(query=ListQuery(), path=folder / f"out{ending}", replace=True)
    leaving.write_grids([list_grid(map(row_of, cases), WORDING)], wish.path, replace=True)
    listed, targets = read_list(wish.path), targets_of(CASE)
    mapping = guessed(listed, targets, known.understanding)
    intake = Intake(listed=listed, mapping=mapping, targets=targets, declaration=CASE)
    done = plan(intake, known.understanding, UNTOLD, GOING_ON)
    assert done.refused == ()
    for name in ("ref_code", "title", "brief", "countries", "period", "status", "sensitivity"):
        assert [getattr(one, name) for one in done.records()] == [getattr(one, name) for one in cases], name


def row_of(one):
    return CaseRow(
        id=one.id,
        number=1,
        ref_code=one.ref_code,
        title=one.title,
        brief=one.brief,
        countries=one.countries,
        period=one.period.edtf if one.period else "",
        partners=("ECOWAS",),
        status=one.status or "",
        completeness=40,
        sensitivity=one.sensitivity.key,
        updated_at="2026-01-02T03:04:05+00:00",
        updated_by="Ama Mensah",
        trashed_at="",
    )


def test_rows_are_read_page_by_page_whatever_page_was_asked(filled):
    query = ListQuery(sort="title", descending=False, offset=3, limit=1)
    assert [row.title for row in rows_of(filled, query)][:2] == ["=Cedar", "Ash"]
