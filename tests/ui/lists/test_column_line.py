"""A column and where it goes."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from casebook.domain.case import CASE
from casebook.services.lists.mapping import ColumnChoice
from casebook.services.lists.targets import targets_of
from casebook.ui.lists.column_line import ColumnLine
from casebook.ui.lists.target_choices import TargetChoices

TARGETS = {target.key: target for target in targets_of(CASE)}


@pytest.fixture
def line(look, qtbot):
    made = ColumnLine(3, "Land", ["Liberia", "Mali"], TargetChoices(targets_of(CASE), str))
    qtbot.addWidget(made)
    made.show()
    return made


def state(line):
    label = line.findChild(QLabel, "state-3")
    return label.text(), label.toolTip()


def test_it_shows_where_the_column_goes_by_sign_and_word(line):
    line.show_choice(ColumnChoice(), None, 0)
    assert state(line) == ("○", "left out") and line.line.text() == "Leave out"
    assert not line.lenient.isVisible()
    line.show_choice(ColumnChoice(target="countries", lenient=True), TARGETS["countries"], 0)
    assert state(line) == ("●", "taken") and line.lenient.isVisible() and line.lenient.isChecked()
    line.show_choice(ColumnChoice(target="countries"), TARGETS["countries"], 13)
    assert state(line) == ("▲", "13 rows refused")


def test_unknown_words_are_no_question_where_there_are_none(line):
    for key, asked in (("title", False), ("period", False), ("actors:", False), ("parent_case", True)):
        line.show_choice(ColumnChoice(target=key), TARGETS[key], 0)
        assert line.lenient.isVisible() == asked, key


def test_what_is_picked_or_ticked_is_told(line, qtbot):
    line.show_choice(ColumnChoice(target="countries"), TARGETS["countries"], 0)
    with qtbot.waitSignal(line.chosen) as ticked:
        qtbot.keyClick(line.lenient, Qt.Key.Key_Space)
    assert ticked.args == [ColumnChoice(target="countries", lenient=True)]
    line.line.selectAll()
    with qtbot.waitSignal(line.chosen) as picked:
        qtbot.keyClicks(line.line, "Brief")
        qtbot.keyClick(line.line, Qt.Key.Key_Return)
    assert picked.args[0].target == "brief"
    with qtbot.waitSignal(line.chosen) as cleared:
        line.line.selectAll()
        qtbot.keyClick(line.line, Qt.Key.Key_Backspace)
    assert cleared.args == [ColumnChoice()]


def test_a_text_that_is_no_field_is_put_back(line, qtbot):
    line.show_choice(ColumnChoice(target="brief"), TARGETS["brief"], 0)
    line.line.selectAll()
    qtbot.keyClicks(line.line, "nonsense")
    qtbot.keyClick(line.line, Qt.Key.Key_Return)
    assert line.line.text() == "Brief"


def test_it_can_be_read_aloud(line):
    assert line.line.accessibleName() == "Where the column “Land” goes"
    assert line.line.accessibleDescription() == "Liberia · Mali"
