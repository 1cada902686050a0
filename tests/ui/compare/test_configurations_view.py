import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton

from casebook.ui.compare.configurations_view import ConfigurationsView
from casebook.ui.compare.copying import CopyButton
from tests.exchange.test_grid_files import read
from tests.ui.frame.modal import Answers


@pytest.fixture
def view(showing):
    return showing(ConfigurationsView)


def pick(view, qtbot, field, term, button, value=""):
    """Choose field, term and value, and press a button, as a person does."""
    fields = view.findChild(QComboBox, "set-field")
    if fields.currentData() != field:
        fields.setCurrentIndex(fields.findData(field))
        fields.activated.emit(fields.currentIndex())
    terms = view.findChild(QComboBox, "set-term")
    qtbot.waitUntil(lambda: terms.findData(term) >= 0, timeout=10_000)
    terms.setCurrentIndex(terms.findData(term))
    values = view.findChild(QComboBox, "set-value")
    values.setCurrentIndex(max(values.findData(value), 0))
    with qtbot.waitSignal(view.shown, timeout=10_000):
        qtbot.mouseClick(view.findChild(QPushButton, button), Qt.MouseButton.LeftButton)


@pytest.fixture
def filled(view, qtbot):
    pick(view, qtbot, "challenges.category", "funding", "add-condition")
    pick(view, qtbot, "frameworks.framework", "local-ownership", "add-condition")
    pick(view, qtbot, "outcomes.domain", "trust-legitimacy", "make-outcome", "positive")
    return view


def test_first_it_says_what_to_choose(view):
    assert view.findChild(QLabel, "configurations-words").isHidden() or not view.table.isVisible()
    assert view.truth is None
    assert view.findChild(QComboBox, "set-term").count() > 3


def test_the_truth_table_of_the_sample(filled):
    assert [one.name for one in filled.truth.table.conditions] == ["FUNDING", "LOCALOWNERSHIP"]
    assert sum(len(row.cases) for row in filled.truth.rows) == 6
    assert filled.table.isVisible()
    assert filled.model.rowCount() == len(filled.truth.observed)
    assert "6 cases in" in filled.findChild(QLabel, "configurations-words").text()


def test_the_cases_of_a_row_lead_to_write(filled, sample_bench, qtbot):
    filled.table.selectRow(0)
    head = filled.truth.observed[0].cases[0]
    link = filled.findChild(QPushButton, f"case-{head.id}")
    with qtbot.waitSignal(sample_bench.workspace_requested) as wish:
        qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert (wish.args, sample_bench.case.id) == (["write"], head.id)


def test_scales_make_fuzzy_sets(filled, qtbot):
    with qtbot.waitSignal(filled.shown, timeout=10_000):
        filled.sets.fuzzy.click()
    assert filled.truth.table.conditions[0].fuzzy
    assert any(0 < value < 1 for row in filled.truth.table.rows for value in row)


def test_rows_without_cases_are_shown_when_wanted(filled, qtbot):
    with qtbot.waitSignal(filled.shown, timeout=10_000):
        filled.sets.remainders.click()
    assert filled.model.rowCount() == 4


def test_exported_for_r(filled, sample_bench, tmp_path, qtbot):
    answers = Answers()
    answers.choose_files(str(tmp_path / "sets.xlsx"))
    with qtbot.waitSignal(sample_bench.told, timeout=10_000) as said:
        filled.findChild(QPushButton, "export-qca").click()
    assert said.args[0] == "Written: sets.xlsx"
    sheets, _xml = read((tmp_path / "sets.xlsx").read_bytes())
    assert list(sheets) == ["Memberships", "Codebook", "Truth table"]


def test_copied_as_a_table_and_as_a_picture(filled, qtbot):
    filled.table.setFocus()
    qtbot.keyClick(filled.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[0].startswith("FUNDING\tLOCALOWNERSHIP\tCases")
    assert len(lines) == 1 + len(filled.truth.observed)
    filled.findChild(CopyButton, "copy").picture.trigger()
    assert not QGuiApplication.clipboard().image().isNull()


def test_another_library_begins_anew(filled, sample_bench):
    sample_bench.set_library(None)
    assert filled.truth is None
    assert filled.sets.sets is None


def test_from_right_to_left_the_cases_are_named_too(view, qtbot):
    view.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    pick(view, qtbot, "challenges.category", "funding", "add-condition")
    pick(view, qtbot, "outcomes.domain", "trust-legitimacy", "make-outcome")
    head = view.truth.observed[0].cases[0]
    assert view.findChild(QPushButton, f"case-{head.id}") is not None
