"""Cells become values of declared fields, or are refused with a reason."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.domain.case import CASE, Case
from casebook.domain.dates import When
from casebook.domain.errors import CasebookError
from casebook.domain.fields import field_spec
from casebook.domain.sections.activities import Activity
from casebook.domain.sections.actors import Participant
from casebook.domain.sections.outcomes import Indicator
from casebook.domain.sections.places import Place
from casebook.domain.sections.timeline import Event
from casebook.services.lists.names import Names
from casebook.services.lists.records import Records
from casebook.services.lists.targets import targets_of
from casebook.services.lists.values import Manner, Understanding
from tests.strategies import VOCABULARIES


def understanding():
    return Understanding(Names(VOCABULARIES), Records(CASE, {}, {}))


def read(record_type, name, cell, **manner):
    return understanding().read(field_spec(record_type, name), cell, Manner(**manner))


@pytest.mark.parametrize(
    ("record_type", "name", "cell", "value"),
    [
        (Case, "period", "2003–2018", When("2003/2018")),
        (Case, "period", "2003-2018", When("2003/2018")),
        (Case, "period", "06/2003", When("2003-06")),
        (Case, "period", 2003, When("2003")),
        (Case, "period", 2003.0, When("2003")),
        (Event, "date", date(2003, 8, 18), When("2003-08-18")),
        (Event, "date", datetime.fromisoformat("2003-08-18T14:30"), When("2003-08-18")),
        (Event, "date", "n/a", None),
        (Event, "turning_point", "oui", True),
        (Event, "turning_point", False, False),
        (Event, "title", "two\nlines\x00", "two lines"),
        (Event, "description", " **kept**\n\nas it is ", "**kept**\n\nas it is"),
        (Event, "type", "Agreement", "agreement"),
        (Event, "type", "accord", "agreement"),
        (Case, "countries", "Liberia; SLE", ("LR", "SL")),
        (Case, "countries", "Liberia, Sierra Leone, liberia", ("LR", "SL")),
        (Case, "countries", "Congo, The Democratic Republic of the", ("CD",)),
        (Case, "authors", "Mensah, Ama; Weah, Jonas", ("Mensah, Ama", "Weah, Jonas")),
        (Case, "tags", "police, training", ("police", "training")),
        (Case, "language", "French", "fr"),
        (Activity, "participants", "1,234", 1234),
        (Activity, "participants", 12.0, 12),
        (Activity, "share_of_women", "12 %", 12.0),
        (Indicator, "baseline", "1.234,5", 1234.5),
        (Indicator, "baseline", "1,234.5", 1234.5),
        (Indicator, "baseline", 0.125, 0.125),
        (Participant, "influence", "4", 4),
        (Participant, "influence", "Major", 4),
        (Participant, "influence", "4 (major)", 4),
    ],
)
def test_cells_are_understood(record_type, name, cell, value):
    assert read(record_type, name, cell).value == value


@pytest.mark.parametrize(
    ("record_type", "name", "cell", "reason"),
    [
        (Case, "period", "some time", "“some time” is not a date"),
        (Case, "period", 37123, "“37123” is a number, not a date"),
        (Event, "date", "04/08/2003", "could be two days"),
        (Event, "turning_point", "perhaps", "neither yes nor no"),
        (Event, "type", "picnic", "“picnic” is none of the words for “Type”"),
        (Case, "countries", "Liberia; Libria", "“Libria” is not a country"),
        (Case, "partnership_families", "DDR; SSR; CIMIC; Other", "."),
        (Indicator, "baseline", "12 %", "could be the number or a share"),
        (Indicator, "baseline", "1.2.3,4.5", "is not a number|more than one way"),
        (Indicator, "baseline", True, "not a number"),
        (Indicator, "baseline", "#DIV/0!", "error of the spreadsheet"),
        (Place, "latitude", "123", "not between -90 and 90"),
        (Participant, "influence", 9, "scale from 1 to 5"),
        (Event, "title", "x" * 3000, "longer than 2,000"),
        (Indicator, "baseline", "1" * 300_000, "too long for this field"),
        (Case, "countries", "Mali;" * 90_000, "too long for this field"),
    ],
)
def test_what_cannot_be_taken_is_refused_with_its_text(record_type, name, cell, reason):
    with pytest.raises(CasebookError, match=reason):
        read(record_type, name, cell)


def test_unknown_words_are_left_out_where_the_person_says_so():
    assert read(Event, "type", "picnic", lenient=True).left_out == ("picnic",)
    held = read(Case, "countries", "Liberia; Libria", lenient=True)
    assert held.value == ("LR",) and held.left_out == ("Libria",)
    with pytest.raises(CasebookError):
        read(Case, "period", "some time", lenient=True)


def test_commas_part_only_where_semicolons_do_not():
    held = understanding()
    spec = next(target.spec for target in targets_of(CASE) if target.key == "actors:")
    assert len(held.read(spec, "ECOWAS, United Nations", Manner()).value) == 2
    assert len(held.read(spec, "Ministry of Defence, Liberia", Manner(commas=False)).value) == 1


CELLS = st.one_of(
    st.none(), st.text(max_size=60), st.integers(), st.floats(), st.booleans(), st.dates(), st.datetimes()
)
SPECS = [target.spec for into in ("", *CASE.sections) for target in targets_of(CASE, into)]
HELD = understanding()


@given(st.sampled_from(SPECS), CELLS, st.booleans())
def test_any_cell_is_understood_or_refused_in_a_sentence(spec, cell, lenient):
    try:
        value = HELD.read(spec, cell, Manner(lenient=lenient)).value
    except CasebookError as error:
        assert str(error)
        return
    assert isinstance(value, tuple) == spec.many
