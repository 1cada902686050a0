from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication

from tests.ui.compare.reviewer import SHARED


def test_headers_are_pinned_and_columns_share_the_width(reviewer):
    table = reviewer.page.table
    assert table.row_header.isVisible()
    assert table.case_header.isVisible()
    widths = [table.columnWidth(at) for at in range(4)]
    assert sum(widths) + table.row_header.width() <= table.width()
    assert widths[0] == widths[1]
    before = table.row_header.width()
    table.horizontalScrollBar().setValue(table.horizontalScrollBar().maximum())
    assert table.row_header.width() == before


def test_a_narrow_window_scrolls_to_the_side(reviewer, qtbot):
    reviewer.page.resize(640, 600)
    table = reviewer.page.table
    qtbot.waitUntil(lambda: table.horizontalScrollBar().maximum() > 0, timeout=3000)
    assert table.columnWidth(0) >= 120


def test_opening_keeps_the_row_where_it_was_on_screen(reviewer):
    reviewer.go("challenges")
    table, model = reviewer.page.table, reviewer.page.model
    before = table.rowViewportPosition(model.row_with("challenges"))
    reviewer.press(Qt.Key.Key_Return)
    assert table.rowViewportPosition(model.row_with("challenges")) == before
    assert reviewer.line.key == "challenges"


def test_a_click_on_a_chip_looks_into_another_entry(reviewer):
    reviewer.open("challenges")
    reviewer.open(SHARED)
    box = reviewer.cell(SHARED, 0)
    layout = reviewer.page.table.cells.layout_of(reviewer.line, 0, box.width())
    second = layout.placed[1].box.center().toPoint()
    reviewer.click_cell(box.topLeft() + QPoint(10, 10) + second)
    detail = next(at for at, key in enumerate(reviewer.lines) if key == f"{SHARED}/title")
    model = reviewer.page.model
    assert model.data(model.index(detail, 0)) == "A second gap in the mandate"
    reviewer.go(SHARED)
    reviewer.press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert model.data(model.index(detail, 0)) == "The mandate stopped at the bank"


def test_a_double_click_opens_a_row_and_writes_a_finding(reviewer):
    reviewer.click_cell(reviewer.cell("challenges", 0).center(), double=True)
    assert SHARED in reviewer.lines
    reviewer.click_cell(reviewer.cell("lessons", 3).center(), double=True)
    assert reviewer.page.widgets.editor is not None


def test_larger_text_makes_higher_lines(reviewer, qtbot):
    table = reviewer.page.table
    before = table.rowHeight(1)
    font = table.font()
    font.setPixelSize(26)
    table.setFont(font)
    table.fit()
    assert table.rowHeight(1) > before


def test_keys_of_the_window_are_left_alone_where_the_table_has_no_use_for_them(reviewer):
    reviewer.go("overview/title")
    reviewer.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert reviewer.page.widgets.editor is None
    reviewer.press(Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert "River" in QGuiApplication.clipboard().text()
