"""Settings come back as they were kept; a damaged file costs nothing but itself."""

import json

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.domain.errors import CasebookError
from casebook.services import settings
from casebook.services.settings import SettingKind, Settings, load_settings, save_settings, setting_specs

SPECS = setting_specs()


def allowed(spec):
    if spec.kind is SettingKind.FLAG:
        return st.booleans()
    if spec.kind is SettingKind.WHOLE:
        return st.integers(spec.low, spec.high)
    return st.sampled_from(sorted(spec.choices)) if spec.choices else st.text(max_size=20)


CHOSEN = st.fixed_dictionaries({spec.name: allowed(spec) for spec in SPECS}).map(lambda v: Settings(**v))


@given(CHOSEN)
def test_what_is_kept_comes_back(tmp_path_factory, chosen):
    file = tmp_path_factory.getbasetemp() / "kept.json"
    save_settings(chosen, file)
    assert load_settings(file) == chosen


def test_the_first_time_everything_has_its_default(tmp_path):
    assert load_settings(tmp_path / "none.json") == Settings()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("text", ["", "{", "[]", "5", "[" * 100_000, "\xff"])
def test_a_damaged_file_is_kept_aside(tmp_path, text):
    file = tmp_path / "settings.json"
    file.write_text(text, encoding="latin-1")
    assert load_settings(file) == Settings()
    assert [kept.name for kept in tmp_path.iterdir()] == ["settings-damaged.json"]
    assert (tmp_path / "settings-damaged.json").read_text(encoding="latin-1") == text


def test_a_file_that_is_too_large_is_not_read(tmp_path, monkeypatch):
    monkeypatch.setattr(settings, "LARGEST", 5)
    (tmp_path / "settings.json").write_text(json.dumps({"author": "Ama"}), encoding="utf-8")
    assert load_settings(tmp_path / "settings.json") == Settings()


def test_a_value_out_of_range_has_its_default_and_the_others_stay(tmp_path):
    kept = {"author": "Ama Mensah", "text_percent": 9000, "theme": "plaid", "reopen": "yes", "gone": 1}
    (tmp_path / "settings.json").write_text(json.dumps(kept), encoding="utf-8")
    assert load_settings(tmp_path / "settings.json") == Settings(author="Ama Mensah")


@pytest.mark.parametrize("spec", SPECS, ids=[spec.name for spec in SPECS])
def test_each_is_declared_whole(spec):
    assert spec.label
    assert spec.group
    assert spec.accepts(getattr(Settings(), spec.name))
    assert not spec.accepts(None)
    assert not spec.accepts([])


def test_a_folder_that_refuses_is_told_in_one_sentence(tmp_path):
    with pytest.raises(CasebookError, match="could not be kept"):
        save_settings(Settings(), tmp_path / "nowhere" / "settings.json")


def test_every_declared_setting_is_an_attribute_and_the_reverse():
    assert [spec.name for spec in SPECS] == [attribute.name for attribute in attrs.fields(Settings)]
