"""Vocabularies are read from their folder, or refused in a sentence."""

import pytest

from casebook.domain.errors import VocabularyError
from casebook.paths import resources
from casebook.services import vocabularies
from casebook.services.vocabularies import LateVocabularies, load_vocabularies


def test_the_shipped_ones_are_read():
    found = load_vocabularies(resources() / "vocabularies")
    assert found["challenge"].path("funding") == "Resource constraints › Funding"
    assert len(found) > 40


def test_a_folder_without_any_has_none(tmp_path):
    assert load_vocabularies(tmp_path) == {}


@pytest.mark.parametrize("text", ["{", "[]", '{"key": "x"}', "\xff"])
def test_a_damaged_one_is_refused(tmp_path, text):
    (tmp_path / "era.json").write_text(text, encoding="latin-1")
    with pytest.raises(VocabularyError, match=r"vocabulary file.*(cannot be read|damaged)"):
        load_vocabularies(tmp_path)


def test_one_that_is_too_large_is_not_read(tmp_path, monkeypatch):
    monkeypatch.setattr(vocabularies, "LARGEST", 10)
    (tmp_path / "era.json").write_text('{"key": "era", "terms": []}', encoding="utf-8")
    with pytest.raises(VocabularyError, match="too large"):
        load_vocabularies(tmp_path)


def test_vocabularies_read_late_are_the_same():
    folder = resources() / "vocabularies"
    late, now = LateVocabularies(folder), load_vocabularies(folder)
    assert dict(late) == dict(now)
    assert len(late) == len(now)
    assert late["status"].label("draft") == "Draft"
