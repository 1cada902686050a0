"""JSON from outside is read within limits, and refused in a sentence beyond them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.domain.errors import FormatError
from casebook.exchange import json_file
from casebook.exchange.json_file import DEEPEST, json_of, read_json

REFUSED = [
    (b"", "line 1 breaks off"),
    (b"{", "line 1 breaks off"),
    (b'{"a": 1,\n "b" 2}', "line 2 breaks off"),
    (b"\xff\xfe\x00", "not UTF-8"),
    (b'{"title": 1, "title": 2}', "“title” twice"),
    (b"[NaN]", "“NaN” is not a number"),
    (b"[-Infinity]", "“-Infinity” is not a number"),
    (b"[1e999]", "larger than any number"),
    (b"[" + b"9" * 10_000 + b"]", "too long"),
    (b"[" * 100_000, "levels deep"),
    (b"[" * (DEEPEST + 1) + b"]" * (DEEPEST + 1), "levels deep"),
    (b'{"a":' * 40 + b"1" + b"}" * 40, "levels deep"),
]


@pytest.mark.parametrize(("data", "words"), REFUSED)
def test_refuses(data, words):
    with pytest.raises(FormatError, match=words):
        json_of(data)


def test_reads_what_is_within_the_limits():
    assert json_of(b"[" * DEEPEST + b"]" * DEEPEST)
    assert json_of('\ufeff{"title": "Libéria"}'.encode()) == {"title": "Libéria"}


@given(st.binary(max_size=60))
def test_any_bytes_are_a_value_or_a_sentence(data):
    try:
        json_of(data)
    except FormatError as error:
        assert str(error).endswith(".")


def test_a_file_larger_than_the_limit_is_not_read_whole(tmp_path, monkeypatch):
    monkeypatch.setattr(json_file, "LARGEST", 10)
    path = tmp_path / "large.json"
    path.write_bytes(b'"' + b"x" * 100 + b'"')
    with pytest.raises(FormatError, match="larger than"):
        read_json(path)


def test_a_folder_is_not_a_file(tmp_path):
    with pytest.raises(FormatError, match="could not be read"):
        read_json(tmp_path)
