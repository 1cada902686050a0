import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from casebook.domain.errors import PublishError
from casebook.publishing.name_patterns import FIELDS, SUGGESTED, stem_of
from casebook.publishing.order import Order
from casebook.publishing.report import publish

WORDS = {
    "reference": "LR-2003-001",
    "title": "Liberia: from ECOWAS to the UN",
    "report": "Full case report",
    "audience": "Public",
    "date": "2026-03-02",
    "language": "en",
}


def named(pattern, **words):
    return stem_of(pattern, WORDS | words)


def test_a_pattern_makes_a_name_a_person_would_have_given():
    assert named(SUGGESTED) == "LR-2003-001 Liberia- from ECOWAS to the UN – Full case report (Public)"
    assert named("{date}_{language}_handout") == "2026-03-02_en_handout"


def test_what_is_empty_leaves_no_trace():
    assert named("{reference} {title} – {report} ({audience})", reference="", audience="") == (
        "Liberia- from ECOWAS to the UN – Full case report"
    )
    assert named("{reference}", reference="") == "report"


@pytest.mark.parametrize("name", ["CON", "nul", "COM1.x", "LPT9", "aux."])
def test_names_windows_keeps_for_itself_are_not_used(name):
    assert named("{title}", title=name).startswith("report ")


def test_a_long_title_gives_way_to_what_follows_it():
    for sign in ("a", "é", "和", "𠮷"):
        made = named(SUGGESTED, title=sign * 500)
        assert made.startswith("LR-2003-001 ") and made.endswith("(Public)")
        assert len(f".{made} (1000).docx.123456.part".encode()) <= 255 and sign * 12 in made


def test_a_field_that_is_none_is_told_with_those_that_are():
    with pytest.raises(PublishError, match=r"“{titel}” is no field .* {reference}, {title}"):
        named("{titel}")


@given(st.text(max_size=300), st.text(max_size=300))
@example("..", "../../etc")
@example("\u202egpj.exe", "a\x00b")
def test_no_words_make_a_path_or_an_invalid_name(title, rest):
    pattern = "{title} " + rest.replace("{", "").replace("}", "")
    made = named(pattern, title=title)
    assert made and not set(made) & set('/\\:*?"<>|\x00\n\u202e') and made == made.strip(" .")
    assert len(made.encode()) <= 200


def test_files_are_named_by_the_pattern_and_a_wrong_one_writes_nothing(liberia, materials, tmp_path):
    order = Order(folder=tmp_path / "out", formats=("md", "html"), file_name="{reference} – {audience}")
    made = publish(liberia, order, materials)
    assert [file.name for file in made.files] == ["LR-2003-001 – Public.md", "LR-2003-001 – Public.html"]
    with pytest.raises(PublishError, match="nothing was written"):
        publish(liberia, Order(folder=tmp_path / "none", file_name="{x}"), materials)
    assert not (tmp_path / "none").exists()
    assert set(FIELDS) == set(WORDS)
