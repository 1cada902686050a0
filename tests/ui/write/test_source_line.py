"""The line in which one looks for a source: only a clear act picks one."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QToolButton, QVBoxLayout, QWidget

from casebook.ui.forms.form_context import FormContext
from casebook.ui.write.source_line import SourceLine


@pytest.fixture
def line(workbench, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(500, 300)
    made = SourceLine(FormContext(workbench), window)
    column = QVBoxLayout(window)
    column.addWidget(made)
    column.addWidget(QPushButton("Elsewhere", window))
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    made.start()
    qtbot.waitUntil(made.line.popup.isVisible)
    yield made


def test_it_offers_what_there_is_at_once(line, workbench):
    assert line.line.hasFocus()
    assert line.line.popup.current is not None


def test_enter_chooses_what_was_found(line, workbench, qtbot):
    source = workbench.case.source_records[0]
    qtbot.keyClicks(line.line, source.title)
    with qtbot.waitSignal(line.chosen) as chosen:
        qtbot.keyClick(line.line, Qt.Key.Key_Return)
    assert chosen.args == [source.id]


def test_a_click_in_the_list_chooses(line, qtbot):
    rows = line.line.popup.list
    with qtbot.waitSignal(line.chosen) as chosen:
        qtbot.mouseClick(
            rows.viewport(), Qt.MouseButton.LeftButton, pos=rows.visualRect(rows.model().index(1, 0)).center()
        )
    assert chosen.args[0]


def test_going_elsewhere_chooses_nothing_and_keeps_what_was_typed(line, workbench, qtbot):
    qtbot.keyClicks(line.line, workbench.case.source_records[0].title)
    with qtbot.assertNotEmitted(line.chosen):
        line.window().findChild(QPushButton).setFocus()
    assert not line.line.popup.isVisible()
    assert line.line.text() == workbench.case.source_records[0].title


def test_escape_leaves_in_steps(line, qtbot):
    qtbot.keyClicks(line.line, "report")
    left = []
    line.left.connect(lambda: left.append(line.line.text()))
    for _press in range(3):
        if not left:
            qtbot.keyClick(line.line, Qt.Key.Key_Escape)
    assert left == [""]


def test_the_button_leaves(line, qtbot):
    with qtbot.waitSignal(line.left), qtbot.assertNotEmitted(line.chosen):
        qtbot.mouseClick(line.findChild(QToolButton, "close-source-line"), Qt.MouseButton.LeftButton)
