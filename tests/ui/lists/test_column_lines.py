"""All columns stand below one another."""

import pytest
from PySide6.QtWidgets import QLabel

from casebook.domain.case import CASE
from casebook.domain.list_file import ListFile
from casebook.services.lists.mapping import ColumnChoice, ListMapping
from casebook.services.lists.targets import targets_of
from casebook.ui.lists.column_lines import ColumnLines

LISTED = ListFile(
    name="x", columns=("A", "B"), rows=(("one", None), ("one", "x\ny"), ("two", 3)), numbers=(2, 3, 4)
)
MAPPING = ListMapping(choices=(ColumnChoice(target="title"), ColumnChoice()))
TARGETS = targets_of(CASE)


@pytest.fixture
def lines(workbench, qtbot):
    made = ColumnLines(workbench)
    qtbot.addWidget(made)
    made.show()
    made.show_columns(LISTED, TARGETS, MAPPING, {0: 1})
    return made


def test_each_column_shows_different_cells_and_its_state(lines):
    assert [line.line.accessibleDescription() for line in lines.lines] == ["one · two", "x y · 3"]
    assert [lines.findChild(QLabel, f"state-{at}").text() for at in range(2)] == ["▲", "○"]


def test_another_choice_leaves_the_lines_where_they_are(lines):
    held = list(lines.lines)
    lines.show_columns(LISTED, TARGETS, MAPPING.with_choice(1, ColumnChoice(target="brief")), {})
    assert lines.lines == held and lines.lines[1].line.text() == "Brief"


def test_a_choice_names_its_column(lines, qtbot):
    with qtbot.waitSignal(lines.chosen) as chosen:
        lines.lines[1].chosen.emit(ColumnChoice(target="brief"))
    assert chosen.args == [1, ColumnChoice(target="brief")]


def test_a_wide_list_is_filled_step_by_step_with_the_latest_choices(lines, qtbot):
    wide = ListFile(name="x", columns=tuple(f"C{n}" for n in range(50)), rows=(("x",) * 50,), numbers=(2,))
    nothing = ListMapping(choices=(ColumnChoice(),) * 50)
    lines.show_columns(wide, TARGETS, nothing, {})
    assert len(lines.lines) < 50
    lines.show_columns(wide, TARGETS, nothing.with_choice(49, ColumnChoice(target="brief")), {})
    qtbot.waitUntil(lambda: len(lines.lines) == 50)
    assert lines.lines[49].line.text() == "Brief"
