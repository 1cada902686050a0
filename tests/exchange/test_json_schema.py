"""The published schema is the declaration's, and says what the reader says."""

import json

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator

from casebook.domain.case import CASE
from casebook.domain.dates import When
from casebook.exchange.case_json import document_of
from casebook.exchange.json_schema import EDTF, SCHEMA_FILE, schema, schema_text
from casebook.paths import resources
from tests.strategies import WHENS, cases


def test_the_published_schema_is_current():
    published = (resources() / "schema" / SCHEMA_FILE).read_text(encoding="utf-8")
    assert published == schema_text(), "write it anew: casebook schema > resources/schema/" + SCHEMA_FILE


def test_it_is_a_schema():
    Draft202012Validator.check_schema(schema())
    assert json.loads(schema_text()) == schema()


@given(cases())
def test_every_case_fits_it(case):
    validator = Draft202012Validator(json.loads(schema_text()))
    assert list(validator.iter_errors(document_of(case))) == []


@given(WHENS)
def test_every_date_fits_its_pattern(when):
    validator = Draft202012Validator({"pattern": EDTF})
    assert validator.is_valid(when.edtf)
    assert When(when.edtf) == when


@pytest.mark.parametrize("text", ["soon", "2003-6", "[2003]", "..", "/", "2003/2004/2005", "2003 "])
def test_what_is_no_date_does_not_fit_its_pattern(text):
    assert not Draft202012Validator({"pattern": EDTF}).is_valid(text)


def test_every_declared_field_is_in_it():
    definitions = schema()["$defs"]
    for key, record_type in CASE.record_types():
        specs = CASE.header if key == "case" else CASE.sections[key].fields
        assert {spec.name for spec in specs} <= set(definitions[key]["properties"]), record_type


def test_it_names_levels_and_absences():
    definitions = schema()["$defs"]
    assert definitions["sensitivity"] == {"enum": ["public", "training", "partner", "internal"]}
    assert definitions["absences"]["additionalProperties"]["enum"] == ["none-found", "not-applicable"]
    assert definitions["challenges"]["properties"]["severity"]["maximum"] == 5
    assert definitions["indicators"]["required"] == ["id", "parent"]
