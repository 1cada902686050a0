import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QLabel, QMenu, QToolButton

from casebook.domain.records import Sensitivity
from casebook.ui.compare.copying import CopyButton
from casebook.ui.compare.matrix_view import MatrixView


@pytest.fixture
def view(showing):
    return showing(MatrixView)


def choose(view, name, value, qtbot):
    """Choose as a person does, and wait until it is shown."""
    box = view.findChild(QComboBox, name)
    with qtbot.waitSignal(view.shown, timeout=10_000):
        box.setCurrentIndex(box.findData(value))
        box.activated.emit(box.currentIndex())


def words(view):
    return view.findChild(QLabel, "matrix-words").text()


def labels(heads):
    return [head.label for head in heads]


def test_cases_against_frameworks(view):
    assert len(view.matrix.rows) == 6
    assert "Local ownership" in labels(view.matrix.columns)
    assert words(view).startswith("Afghanistan")


def test_severity_sorted_by_a_column_and_back(view, qtbot):
    choose(view, "columns", "challenges.category", qtbot)
    choose(view, "measure", "severity", qtbot)
    view.table.setFocus()
    qtbot.keyClick(view.table, Qt.Key.Key_S)
    first = view.matrix.columns[0].key
    steps = [view.matrix.cell(row.key, first) for row in view.matrix.rows]
    levels = [view.matrix.measure.level(cell.marks) for cell in steps if cell]
    assert levels == sorted(levels, reverse=True)
    assert view.table.columns.sorted_section == 0
    qtbot.keyClick(view.table, Qt.Key.Key_S)
    assert not view.table.columns.descending
    assert view.findChild(QComboBox, "order").currentIndex() == -1


def test_turned_round_terms_are_rows(view, qtbot):
    before = labels(view.matrix.columns)
    qtbot.mouseClick(view.findChild(QToolButton, "transpose"), Qt.MouseButton.LeftButton)
    assert labels(view.matrix.rows) == before


def test_similar_lines_stand_together(view, qtbot):
    order = view.findChild(QComboBox, "order")
    before = view.matrix
    order.setCurrentIndex(3)
    order.activated.emit(3)
    assert view.matrix.rows != before.rows
    assert {*view.matrix.rows} == {*before.rows}


def test_what_appears_with_what_is_said_in_a_sentence(view, qtbot):
    choose(view, "rows", "challenges.category", qtbot)
    assert "appears with" in words(view)
    assert "Funding" in labels(view.matrix.rows)


def test_a_cell_leads_to_its_passages_and_on_to_write(view, sample_bench, case_ids, qtbot):
    choose(view, "columns", "challenges.category", qtbot)
    row = next(at for at, head in enumerate(view.matrix.rows) if head.key == case_ids[2])
    column = next(at for at in range(len(view.matrix.columns)) if view.model.cell(row, at))
    term = view.matrix.columns[column].key
    view.table.setCurrentIndex(view.model.index(row, column))
    with qtbot.waitSignal(view.passages_wanted) as wish:
        qtbot.keyClick(view.table, Qt.Key.Key_Return)
    assert wish.args == [(case_ids[2],), term, "challenges"]
    qtbot.waitUntil(lambda: bool(view.passages.cards), timeout=10_000)
    case = sample_bench.library.cases.load(case_ids[2])
    entry = next(entry for entry in case.challenges if entry.category == term)
    assert view.passages.cards[0].title == entry.title
    went = []
    sample_bench.workspace_requested.connect(went.append)
    sample_bench.go_to.connect(lambda *place: went.append(place))
    qtbot.keyClick(view.passages.cards[0], Qt.Key.Key_Return)
    assert went == ["write", (entry.id, "category")]
    assert sample_bench.case.id == case_ids[2]


def test_passages_of_two_terms_are_of_cases_that_have_both(view, sample_bench, qtbot):
    choose(view, "rows", "challenges.category", qtbot)
    cell = view.model.cell(0, 0)
    with qtbot.waitSignal(view.passages_wanted) as wish:
        view.table.opened.emit(0, 0)
    assert len(wish.args[0]) == cell.number
    qtbot.waitUntil(lambda: len(view.passages.cards) >= 2 * cell.number, timeout=10_000)


def test_escape_closes_the_passages(view, qtbot):
    view.table.opened.emit(0, 0)
    qtbot.waitUntil(view.passages.isVisible, timeout=10_000)
    qtbot.mouseClick(view.passages.findChild(QToolButton, "passages-close"), Qt.MouseButton.LeftButton)
    assert not view.passages.isVisible()


def test_copied_as_a_table_by_keys_and_as_a_picture_by_the_menu(view, qtbot):
    view.table.setFocus()
    qtbot.keyClick(view.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().split("\n")
    assert len(lines) == 1 + 6 + 1
    assert lines[0].split("\t")[1:-1] == labels(view.matrix.columns)
    view.findChild(CopyButton, "copy").picture.trigger()
    assert QGuiApplication.clipboard().image().width() > 300


def test_the_menu_of_a_cell_offers_what_can_be_done(view, qtbot):
    view.table.customContextMenuRequested.emit(view.table.visualRect(view.model.index(0, 0)).center())
    (menu,) = [menu for menu in view.findChildren(QMenu) if menu.isVisible()]
    texts = [action.text() for action in menu.actions() if action.text()]
    assert texts[0] == "Show the passages" and texts[-1] == "Copy as picture"
    menu.close()


def test_an_audience_is_told_what_is_left_out(view, sample_bench, case_ids, qtbot):
    case = sample_bench.library.cases.load(case_ids[0])
    secret = type(case)(id=case.id, title=case.title, sensitivity=Sensitivity.INTERNAL)
    sample_bench.library.cases.save(case, secret)
    with qtbot.waitSignal(view.shown, timeout=20_000):
        view.show_audience(Sensitivity.PUBLIC)
    assert len(view.matrix.rows) == 5
    assert "1 case is not for this audience" in words(view)
