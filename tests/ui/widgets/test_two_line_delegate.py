"""Two lines for each item of a list."""

from PySide6.QtWidgets import QListWidget, QListWidgetItem

from casebook.ui.widgets.two_line_delegate import BYLINE_ROLE, TwoLineDelegate


def test_both_lines_are_drawn_and_the_chosen_item_is_marked(look, qtbot):
    shown = QListWidget()
    qtbot.addWidget(shown)
    shown.setItemDelegate(TwoLineDelegate(shown))
    item = QListWidgetItem("Liberia")
    shown.addItem(item)
    shown.resize(200, 80)
    shown.show()
    plain = shown.grab().toImage()
    item.setData(BYLINE_ROLE, "LR-2003-001")
    told = shown.grab().toImage()
    shown.setCurrentItem(item)
    assert told != plain and shown.grab().toImage() != told
    assert shown.sizeHintForRow(0) >= 2 * shown.fontMetrics().height()
