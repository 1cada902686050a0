from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel

from casebook.domain.grid import Grid
from casebook.ui.compare.copying import CopyButton, copy_picture, copy_table, picture_of


def test_a_table_is_pasted_as_text_or_html(look):
    copy_table(Grid(title="Counts", columns=("case", "n"), rows=(("Liberia", 3),)))
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == "case\tn\nLiberia\t3"
    assert "<td>3</td>" in data.html()


def test_a_picture_is_pasted_as_it_is_drawn(qtbot, look):
    label = QLabel("Liberia")
    qtbot.addWidget(label)
    copy_picture(picture_of(label))
    assert QGuiApplication.clipboard().image().size() == label.grab().size()


def test_the_button_offers_both(qtbot, look):
    button = CopyButton()
    qtbot.addWidget(button)
    assert [action.text() for action in button.menu().actions()] == ["Copy as table", "Copy as picture"]
