import pytest
from PySide6.QtCore import Qt

from casebook.ui.compare.configuration_model import STATE_ROLE, ConfigurationModel
from tests.domain.test_truth_table import made

ACROSS = Qt.Orientation.Horizontal
SPOKEN = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def model(look):
    shown = ConfigurationModel()
    shown.show(made([(1, 1, 1), (1, 1, 0), (1, 0, 0)]), remainders=False)
    return shown


def test_it_is_a_sound_model(model, qtmodeltester):
    qtmodeltester.check(model)


def row(model, number):
    return [model.data(model.index(number, column)) for column in range(model.columnCount())]


def test_a_row_says_which_conditions_hold_and_what_follows(model):
    assert [model.headerData(column, ACROSS) for column in range(7)] == [
        *("A", "B", "Cases", "Proportion", "Consistency", "PRI", "Outcome")
    ]
    assert row(model, 0) == ["●", "●", "2", "0.50", "0.50", "0.50", "C  contradictory"]
    assert row(model, 1) == ["●", "○", "1", "0.00", "0.00", "0.00", "0  absent"]
    assert model.data(model.index(1, 1), SPOKEN) == "not B"
    assert model.data(model.index(0, 6), STATE_ROLE) == "warning"


def test_combinations_without_cases_are_shown_when_wanted(model):
    assert model.rowCount() == 2
    model.show(made([(1, 1, 1)]), remainders=True)
    assert model.rowCount() == 4
    assert row(model, 3)[2:] == ["0", "–", "–", "–", "?  no case"]


def test_without_a_table_it_is_empty(look):
    model = ConfigurationModel()
    model.show(None, remainders=True)
    assert (model.rowCount(), model.columnCount()) == (0, 0)
