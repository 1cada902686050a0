"""One case has one text, and reading it back gives the same case."""

import json

from hypothesis import given
from hypothesis import strategies as st

from casebook.domain.case import Case
from casebook.domain.records import Sensitivity
from casebook.domain.sections.challenges import Challenge
from casebook.domain.sections.registry import Actor
from casebook.exchange.case_json import case_text, cases_text, document_of
from casebook.exchange.case_reading import read_bytes
from tests.strategies import cases, same_in_full


@given(cases())
def test_a_case_comes_back_the_same(case):
    (back,) = read_bytes(case_text(case).encode())
    assert same_in_full(back, case)
    assert case_text(back) == case_text(case)


@given(st.lists(cases(most=1), max_size=3, unique_by=lambda case: case.id))
def test_several_cases_come_back_the_same(several):
    assert read_bytes(cases_text(several).encode()) == tuple(several)
    assert read_bytes(json.dumps([document_of(case) for case in several]).encode()) == tuple(several)


def test_the_text_is_indented_utf_8_in_declared_order():
    text = case_text(Case(title="Libéria", brief="Kurz", sensitivity=Sensitivity.PARTNER))
    assert text.endswith("}\n")
    assert '\n  "case": {\n    "id": ' in text
    assert "Libéria" in text
    assert list(json.loads(text)["case"]) == ["id", "title", "brief", "sensitivity"]


def test_sections_stand_in_the_case_and_shared_records_beside_it():
    document = document_of(
        Case(challenges=(Challenge(title="Radios"),), actor_records=(Actor(name="ECOWAS"),))
    )
    assert list(document) == ["format", "case", "actor_records"]
    assert document["format"] == "casebook.case/1"
    assert document["case"]["challenges"][0]["title"] == "Radios"
    assert "outcomes" not in document["case"]
