"""One thing picked from many: terms, records, countries, languages."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from casebook.domain.fields import Kind
from tests.ui.forms.desk import ECOWAS, UNMIL

CHALLENGE = {"vocabulary": "challenge"}
ACTOR = {"to": "actor_records"}


def test_a_term_is_found_by_typing_and_picked_by_enter(page):
    editor = page.show(Kind.TERM, **CHALLENGE)
    page.type("mand")
    assert page.offered() == ["Divergent national interests", "Mandate gap"]
    page.press(Qt.Key.Key_Return)
    assert page.said == ["mandate-gap"]
    assert editor.control.text() == "Divergent national interests › Mandate gap"


def test_the_whole_tree_opens_by_arrow_and_is_walked_by_arrows(page):
    page.show(Kind.TERM, **CHALLENGE)
    page.press(Qt.Key.Key_Down)
    assert page.offered()[:2] == ["Divergent national interests", "Mandate gap"]
    page.press(Qt.Key.Key_Down)
    page.press(Qt.Key.Key_Down)
    page.press(Qt.Key.Key_Up)
    page.press(Qt.Key.Key_Return)
    assert page.said == ["mandate-gap"]


def test_the_current_term_is_the_current_row(page):
    editor = page.show(Kind.TERM, **CHALLENGE)
    editor.set_value("mandate-gap")
    page.press(Qt.Key.Key_F4)
    assert page.popup().current.value == "mandate-gap"
    assert "mandate does not fit" in page.popup().current.definition


def test_escape_puts_back_what_was_there(page):
    editor = page.show(Kind.TERM, **CHALLENGE)
    editor.set_value("mandate-gap")
    page.type("fund")
    page.press(Qt.Key.Key_Escape)
    page.press(Qt.Key.Key_Escape)
    assert editor.control.text() == "Divergent national interests › Mandate gap"
    assert page.said == []


def test_putting_back_takes_the_complaint_back_too(page):
    editor = page.show(Kind.TERM, **CHALLENGE)
    editor.set_value("mandate-gap")
    page.type("zebra")
    page.leave()
    assert editor.problem
    editor.control.setFocus()
    page.press(Qt.Key.Key_Escape)
    assert editor.control.text() == "Divergent national interests › Mandate gap"
    assert (editor.problem, page.said) == ("", [])


def test_a_complaint_repeats_the_beginning_of_a_long_text(page):
    editor = page.show(Kind.TERM, **CHALLENGE)
    page.type("A joint post on the border was handed over to the police of the county")
    page.leave()
    assert editor.problem.startswith("“A joint post on the border was handed over to the")
    assert "…” is not in the list" in editor.problem and "county" not in editor.problem


def test_emptying_the_line_clears(page):
    editor = page.show(Kind.TERM, **CHALLENGE)
    editor.set_value("mandate-gap")
    page.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    page.press(Qt.Key.Key_Backspace)
    page.leave()
    assert page.said == [None]
    assert editor.value() is None


def test_what_is_not_in_the_list_stays_typed_and_is_said(page):
    editor = page.show(Kind.TERM, **CHALLENGE)
    page.type("zebra")
    page.leave()
    assert editor.control.text() == "zebra"
    assert "“zebra” is not in the list" in editor.problem
    assert (editor.value(), editor.draft()) == (None, "zebra")
    assert page.said == []


def test_a_single_match_is_meant_when_one_leaves(page):
    editor = page.show(Kind.COUNTRY)
    page.type("liberia")
    page.leave()
    assert page.said == ["LR"]
    assert editor.control.text() == "Liberia"


@pytest.mark.parametrize(
    ("typed", "code"), [("cote", "CI"), ("LBR", "LR"), ("sl", "SL"), ("republic of liberia", "LR")]
)
def test_countries_answer_to_names_codes_and_letters_without_accents(page, typed, code):
    page.show(Kind.COUNTRY)
    page.type(typed)
    page.press(Qt.Key.Key_Return)
    assert page.said == [code]


def test_a_language(page):
    editor = page.show(Kind.LANGUAGE)
    page.type("fren")
    page.press(Qt.Key.Key_Return)
    assert page.said == ["fr"]
    assert editor.control.text() == "French"


def test_a_term_no_vocabulary_knows_is_shown_as_it_is(page):
    editor = page.show(Kind.TERM, **CHALLENGE)
    editor.set_value("from-a-newer-version")
    assert editor.control.text() == "from-a-newer-version"
    assert editor.value() == "from-a-newer-version"


def test_an_actor_of_the_case_by_its_long_name(page):
    editor = page.show(Kind.LINK, **ACTOR)
    page.type("united nations")
    page.press(Qt.Key.Key_Return)
    assert page.said == [UNMIL.id]
    assert editor.control.text() == "UNMIL"


def test_an_actor_from_another_case_of_the_library(page):
    page.show(Kind.LINK, **ACTOR)
    page.type("african")
    assert page.offered() == [
        "Economic Community of West African States",
        "African Union",
        "Create “african”",
    ]
    page.press(Qt.Key.Key_Down)
    page.press(Qt.Key.Key_Return)
    assert page.said == ["actor-au"]


def test_a_new_actor_is_made_by_the_last_row(page, context):
    editor = page.show(Kind.LINK, **ACTOR)
    page.type("Women of Liberia Mass Action for Peace")
    assert page.offered() == ["Create “Women of Liberia Mass Action for Peace”"]
    page.press(Qt.Key.Key_Return)
    made = context.record(page.said[0])
    assert made.name == "Women of Liberia Mass Action for Peace"
    assert editor.control.text() == made.name


def test_leaving_never_makes_a_record_by_itself(page):
    editor = page.show(Kind.LINK, **ACTOR)
    page.type("Somebody new")
    page.leave()
    assert page.said == []
    assert editor.draft() == "Somebody new"


def test_a_place_of_this_case(page):
    page.show(Kind.LINK, to="places")
    page.type("tub")
    page.press(Qt.Key.Key_Return)
    assert page.said == ["place-2"]


def test_another_case(page):
    editor = page.show(Kind.LINK, to="case")
    page.press(Qt.Key.Key_Down)
    assert page.offered() == ["African Union in Darfur"]
    page.press(Qt.Key.Key_Return)
    assert len(page.said) == 1
    assert editor.control.text() == "African Union in Darfur"


def test_any_record_of_the_case(page):
    page.show(Kind.LINK, to="*")
    page.type("peace agr")
    page.press(Qt.Key.Key_Return)
    assert page.said == ["event-1"]


def test_the_pencil_asks_to_open_a_shared_record(page, qtbot, context):
    editor = page.show(Kind.LINK, **ACTOR)
    pencil = editor.findChild(QToolButton, "field:open")
    assert not pencil.isVisible()
    editor.set_value(ECOWAS.id)
    with qtbot.waitSignal(context.record_wanted) as wanted:
        qtbot.mouseClick(pencil, Qt.MouseButton.LeftButton)
    assert wanted.args == [ECOWAS.id]


def test_a_click_in_the_line_opens_the_list_and_a_click_on_a_row_picks(page, qtbot):
    editor = page.show(Kind.TERM, vocabulary="resolved")
    qtbot.mouseClick(editor.control, Qt.MouseButton.LeftButton)
    rows = page.popup().list
    place = rows.visualRect(rows.model().index(1, 0)).center()
    qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert page.said == ["partly"]


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(value=st.none() | st.text(min_size=1))
@pytest.mark.parametrize(
    ("kind", "options"), [(Kind.TERM, CHALLENGE), (Kind.LINK, ACTOR), (Kind.COUNTRY, {}), (Kind.LANGUAGE, {})]
)
def test_what_is_set_is_what_is_there(page, kind, options, value):
    if not hasattr(page, "editor"):
        page.show(kind, **options)
    page.editor.set_value(value)
    assert page.editor.value() == value
    assert page.said == []
