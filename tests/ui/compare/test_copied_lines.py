from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from casebook.ui.compare.copied_lines import as_mime
from tests.ui.compare.reviewer import CONTROL, SHIFT


def test_the_chosen_rows_are_copied_as_a_table(reviewer):
    reviewer.go("overview/ref_code")
    reviewer.press(Qt.Key.Key_Down, SHIFT)
    reviewer.press(Qt.Key.Key_C, CONTROL)
    data = QGuiApplication.clipboard().mimeData()
    rows = [line.split("\t") for line in data.text().split("\n")]
    assert rows[0][1] == "River: a first battalion"
    assert rows[1][:4] == ["Reference: ≠ differing", "RV-1", "CO-2", "HI-3"]
    assert len(rows) == 3
    assert "<th>River: a first battalion</th>" in data.html()


def test_the_chosen_rows_are_copied_as_a_picture(reviewer):
    reviewer.go("challenges")
    reviewer.press(Qt.Key.Key_C, CONTROL | SHIFT)
    picture = QGuiApplication.clipboard().image()
    table = reviewer.page.table
    at = reviewer.page.model.row_with("challenges")
    assert picture.height() == table.case_header.height() + table.rowHeight(at)
    assert picture.width() > table.row_header.width() + table.columnWidth(0)
    colours = {
        picture.pixel(x, y) for x in range(0, picture.width(), 5) for y in range(0, picture.height(), 5)
    }
    assert len(colours) > 5


def test_no_cell_becomes_a_formula_or_a_tag():
    data = as_mime([["", "Case"], ["=1+1", "<b>&"], ["-", "a\tb\nc"]])
    assert data.text().split("\n")[1].startswith("'=1+1")
    assert "&lt;b&gt;&amp;" in data.html()
    assert data.text().split("\n")[2] == "'-\ta b c"
