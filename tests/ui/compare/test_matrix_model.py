import pytest
from PySide6.QtCore import Qt

from casebook.domain.case import CASE
from casebook.domain.co_occurrence import co_occurrence
from casebook.domain.grounds import ground_of
from casebook.domain.matrix import matrix_of
from casebook.domain.measures import measures
from casebook.domain.tally import tally
from casebook.ui.compare.matrix_model import MatrixModel
from tests.domain.test_matrix import WORDING, cases
from tests.strategies import VOCABULARIES

ACROSS, DOWN = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
SPOKEN = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def model(look):
    ground = ground_of(CASE, "challenges")
    made = MatrixModel()
    severity = measures(ground, CASE, VOCABULARIES)[1]
    made.show(matrix_of(tally(cases(), ground, severity), WORDING), WORDING)
    return made


def test_it_is_a_sound_model(model, qtmodeltester):
    qtmodeltester.check(model)


def test_cells_and_heads(model):
    assert model.data(model.index(0, 0)) == "4"
    assert model.data(model.index(1, 1)) == ""
    assert model.headerData(0, DOWN) == "Liberia"
    assert model.headerData(0, ACROSS) == "Funding"


def test_everything_is_told_in_words(model):
    assert model.data(model.index(0, 0), SPOKEN) == "Liberia – Funding: 2 entries, highest severity 4"
    assert model.data(model.index(0, 1), SPOKEN) == "Liberia – Mandate gap: 1 entry, severity not recorded"
    assert model.data(model.index(1, 1), SPOKEN) == "Iraq – Mandate gap: none"
    assert model.data(model.index(2, 0), SPOKEN) == "Chad – Funding: looked for, none found"
    assert (
        model.headerData(0, ACROSS, SPOKEN) == "Resource constraints › Funding – Funding: 3 in all, in 2 of 3"
    )


def test_what_appears_together_is_told_as_a_sentence(model):
    matrix = model.matrix
    model.show(co_occurrence(matrix, matrix), WORDING)
    assert model.data(model.index(0, 1), SPOKEN) == "“Funding” appears with “Mandate gap” in 1 of 2 cases"


def test_without_a_matrix_it_is_empty(look):
    assert MatrixModel().rowCount() == 0
    assert MatrixModel().sentence(0, 0) == ""
