from PySide6.QtGui import QColor

from casebook.ui.theme import tokens_of


def test_labels_and_states_are_painted_and_the_chosen_row_stands_out(reviewer):
    header, table = reviewer.page.table.row_header, reviewer.page.table
    reviewer.go("overview/scope")
    at = reviewer.page.model.row_with("overview/scope")
    image = header.viewport().grab().toImage()
    top = header.sectionViewportPosition(at)
    colours = {
        QColor(image.pixel(x, y)).name()
        for x in range(image.width())
        for y in range(top + 2, min(top + table.rowHeight(at) - 2, image.height()))
    }
    tokens = tokens_of(header)
    assert tokens.selection.lower() in colours
    assert len(colours) > 5
