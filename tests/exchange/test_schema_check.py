"""What the schema refuses is told in one sentence with its path."""

import pytest

from casebook.domain.case import CASE
from casebook.domain.errors import FormatError
from casebook.exchange.schema_check import LONGEST, check_document, path_of, quoted

ID = "01910000-0000-7000-8000-000000000001"


def test_a_fitting_document_passes():
    assert check_document({"format": "casebook.case/1", "case": {"id": ID}}, CASE) is None


def test_a_document_that_is_no_object_has_no_path():
    with pytest.raises(FormatError, match=r"^The file: \[\] is not an object\.$") as error:
        check_document([], CASE)
    assert error.value.path == ""


def test_another_format_is_refused():
    with pytest.raises(FormatError, match=r"format: “x” is not “casebook\.case/1”"):
        check_document({"format": "x", "case": {"id": ID}}, CASE)


def test_a_long_value_is_cut():
    with pytest.raises(FormatError) as error:
        check_document({"format": "casebook.case/1", "case": {"id": "x" * 5000}}, CASE)
    assert len(str(error.value)) < 120
    assert len(quoted("x" * 5000)) == LONGEST + 1


def test_a_path_joins_keys_and_places():
    assert path_of(["case", "challenges", 0, "severity"]) == "case/challenges/0/severity"
