from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from casebook.ui.publish.build_panel import BuildPanel


def test_the_line_to_type_in_stands_on_its_card(workbench, qtbot):
    panel = BuildPanel(workbench)
    qtbot.addWidget(panel)
    panel.resize(260, 600)
    panel.show()
    panel.choose(1)
    panel.list.setFocus()
    qtbot.keyClick(panel.list, Qt.Key.Key_F2)
    line = panel.findChild(QLineEdit, "build-name")
    card = panel.list.visualRect(panel.model.index(1))
    assert line.isVisible() and card.contains(line.geometry()) and line.text() == "Participant handout"
    assert line.accessibleName() and line.selectedText() == line.text()
