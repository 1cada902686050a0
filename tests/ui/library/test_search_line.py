"""The search field as one types in it: what is offered, and what taking it does."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListView

from casebook.services.completing import Completing
from casebook.ui.library.search_line import SearchLine
from casebook.ui.widgets.line_delegate import NOTE_ROLE


@pytest.fixture
def line(crowded, qtbot):
    made = SearchLine()
    completing = Completing(crowded.library, crowded.wording)
    made.suggest = lambda text, cursor, asked: completing.suggestions(text, cursor, asked=asked)
    qtbot.addWidget(made)
    made.resize(500, 40)
    made.show()
    made.setFocus()
    return made


def popup(line):
    return line.findChild(QListView, "search-suggestions") or line._completer.list


def offered(line):
    model = popup(line).model()
    return [model.index(row, 0).data() for row in range(model.rowCount())] if popup(line).isVisible() else []


def test_typing_a_field_offers_its_values_and_enter_takes_one(line, qtbot):
    qtbot.keyClicks(line, "status:app")
    assert offered(line) == ["Approved"]
    qtbot.keyClick(popup(line), Qt.Key.Key_Down)
    qtbot.keyClick(popup(line), Qt.Key.Key_Return)
    assert line.text() == "status:approved "
    assert not offered(line)


def test_actors_are_offered_by_name(line, qtbot):
    qtbot.keyClicks(line, "actor:s")
    assert len(offered(line)) > 0
    first = offered(line)[0]
    qtbot.keyClick(popup(line), Qt.Key.Key_Down)
    qtbot.keyClick(popup(line), Qt.Key.Key_Tab)
    assert line.text().strip() in (f"actor:{first}", f'actor:"{first}"')


def test_the_beginning_of_a_field_is_offered_with_an_example(line, qtbot):
    qtbot.keyClicks(line, "peace frame")
    assert offered(line) == ["Framework"]
    assert popup(line).model().index(0, 0).data(NOTE_ROLE) == "framework:3D"
    qtbot.keyClick(popup(line), Qt.Key.Key_Down)
    qtbot.keyClick(popup(line), Qt.Key.Key_Return)
    assert line.text() == "peace framework:"
    assert "3D approach" in offered(line)


@pytest.mark.parametrize(
    ("key", "modifier"),
    [
        (Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier),
    ],
)
def test_everything_that_can_be_asked_is_offered_on_demand(line, qtbot, key, modifier):
    assert not offered(line)
    qtbot.keyClick(line, key, modifier)
    assert {"Status", "Countries", "Years", "Evidence grade", "Has", "Lacks"} <= set(offered(line))


def test_a_click_takes_a_suggestion(line, qtbot):
    qtbot.keyClicks(line, "status:app")
    view = popup(line)
    qtbot.mouseClick(
        view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(view.model().index(0, 0)).center()
    )
    assert line.text() == "status:approved "


def test_enter_without_a_choice_goes_on_to_the_cases(line, qtbot):
    qtbot.keyClicks(line, "status:app")
    with qtbot.waitSignal(line.returnPressed):
        qtbot.keyClick(popup(line), Qt.Key.Key_Return)
    assert line.text() == "status:app"
    assert not offered(line)


def test_plain_words_are_left_alone(line, qtbot):
    qtbot.keyClicks(line, "zzz")
    assert not offered(line)
