"""Reading refuses what does not fit, with the path of the value, and keeps what it does not know."""

import json

import attrs
import pytest
from hypothesis import given

from casebook.domain.case import Case
from casebook.domain.declaration import entries, section
from casebook.domain.errors import FormatError
from casebook.domain.fields import line
from casebook.domain.records import Entry
from casebook.exchange.case_json import case_text, document_of
from casebook.exchange.case_reading import read_bytes, read_document, read_file
from tests.strategies import TEXTS, cases

ID = "01910000-0000-7000-8000-000000000001"
OTHER = "01910000-0000-7000-8000-000000000002"
PATHS = [
    ({"challenges": [{"id": OTHER, "severity": 9}]}, "case/challenges/0/severity", "9 is more than 5"),
    ({"challenges": [{"id": OTHER, "severity": 0}]}, "case/challenges/0/severity", "0 is less than 1"),
    (
        {"challenges": [{"id": OTHER, "severity": "3"}]},
        "case/challenges/0/severity",
        "“3” is not a whole number",
    ),
    ({"challenges": [{"title": "Radios"}]}, "case/challenges/0", "“id” is missing"),
    ({"challenges": {"id": OTHER}}, "case/challenges", "is not a list"),
    ({"title": 5}, "case/title", "5 is not text"),
    ({"id": "1"}, "case/id", "does not have the right form"),
    ({"id": ID + "\n"}, "case/id", "does not have the right form"),
    ({"sensitivity": "secret"}, "case/sensitivity", "none of public, training, partner, internal"),
    ({"absences": {"brief": "lost"}}, "case/absences/brief", "none of none-found, not-applicable"),
    ({"period": "last year"}, "case/period", "does not have the right form"),
    ({"period": "2003-02-30"}, "case/period", "names a day that does not exist"),
    ({"period": "2018/2003"}, "case/period", "ends before it begins"),
    ({"countries": ["LR", "lr"]}, "case/countries/1", "does not have the right form"),
    ({"countries": ["LR", "LR"]}, "case/countries", "names something twice"),
    ({"language": "en\n"}, "case/language", "does not have the right form"),
    ({"era": ""}, "case/era", "the text is empty"),
    ({"stamp": {"created_at": 5}}, "case/stamp/created_at", "5 is not text"),
    ({"attachments": [{"id": OTHER, "digest": "../../etc"}]}, "case/attachments/0/digest", "the right form"),
]


def document(**inside):
    return {"format": "casebook.case/1", "case": {"id": ID, **inside}}


@pytest.mark.parametrize(("inside", "path", "words"), PATHS)
def test_refuses_with_the_path_of_the_value(inside, path, words):
    with pytest.raises(FormatError, match=words) as error:
        read_document(document(**inside))
    assert error.value.path == path
    assert str(error.value).startswith(path + ": ")
    assert str(error.value).endswith(".")


def test_refuses_in_a_list_with_the_place_of_the_case():
    bad = [document(), document(challenges=[{"id": OTHER, "severity": 9}])]
    with pytest.raises(FormatError, match=r"^1/case/challenges/0/severity: 9 is more than 5\.$"):
        read_bytes(json.dumps(bad).encode())
    with pytest.raises(FormatError, match=r"^cases/1/case/challenges/0/severity: 9"):
        read_bytes(json.dumps({"format": "casebook.cases/1", "cases": bad}).encode())


@pytest.mark.parametrize("value", [None, 5, "text", {}, {"format": "other/1"}, {"format": 1}, [[]], [5]])
def test_what_is_no_case_is_told_apart(value):
    with pytest.raises(FormatError, match="holds no Casebook case"):
        read_bytes(json.dumps(value).encode())


def test_a_newer_format_is_refused_with_what_to_do():
    with pytest.raises(FormatError, match="newer version of Casebook; update"):
        read_document({"format": "casebook.case/2", "case": {"id": ID}})


def test_a_list_that_is_none_and_a_case_twice_are_refused():
    with pytest.raises(FormatError, match="list of cases is missing"):
        read_bytes(b'{"format": "casebook.cases/1", "cases": 5}')
    with pytest.raises(FormatError, match="same id"):
        read_bytes(json.dumps([document(), document()]).encode())


def test_keys_of_a_newer_version_are_kept_at_every_level():
    newer = {
        **document(
            mood={"colour": "blue"},
            weather=[{"id": OTHER, "rain": True}],
            challenges=[{"id": OTHER, "title": "Radios", "cost": 12.5}],
        ),
        "actor_records": [{"id": "01910000-0000-7000-8000-000000000003", "name": "ECOWAS", "motto": "One"}],
        "place_records": [{"id": "x"}],
    }
    case = read_document(newer)
    assert case.challenges[0].extra == {"cost": 12.5}
    written = document_of(case)
    assert written["case"]["mood"] == {"colour": "blue"}
    assert written["case"]["weather"] == newer["case"]["weather"]
    assert written["actor_records"][0]["motto"] == "One"
    assert written["place_records"] == [{"id": "x"}]
    assert read_document(written) == case


@given(cases(most=1), TEXTS)
def test_a_damaged_text_is_a_case_or_a_sentence(case, noise):
    text = case_text(case)
    middle = len(text) // 2
    damaged = (text[:middle] + noise + text[middle + len(noise) :]).encode()
    try:
        read = read_bytes(damaged)
    except FormatError as error:
        assert str(error).strip()
    else:
        assert len(read) == 1


def test_a_section_declared_elsewhere_is_read_too():
    @section("songs", title="Songs", singular="Song")
    @attrs.frozen(kw_only=True)
    class Song(Entry):
        title: str = line("Title", summary=True)

    @attrs.frozen(kw_only=True)
    class SingingCase(Case):
        songs: tuple[Song, ...] = entries(Song)

    case = SingingCase(songs=(Song(title="Anthem"),))
    assert read_bytes(case_text(case).encode(), case.declaration) == (case,)


def test_a_file_is_read_and_a_missing_one_is_told(tmp_path):
    path = tmp_path / "case.json"
    path.write_text(json.dumps(document(title="Liberia")), encoding="utf-8")
    assert read_file(path)[0].title == "Liberia"
    with pytest.raises(FormatError, match=r"“gone\.json” could not be read"):
        read_file(tmp_path / "gone.json")
