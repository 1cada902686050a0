import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from casebook.ui.frame.file_choice import FileChoice


@pytest.fixture
def choice(look, qtbot):
    made = FileChoice("thing", "A thing", "Things (*.thing)")
    qtbot.addWidget(made)
    made.show()
    return made


def test_it_says_whether_there_is_one_and_lets_it_go(choice, qtbot):
    remove, state = choice.findChild(QPushButton, "thing-remove"), choice.findChild(QLabel, "thing-state")
    assert state.text() == "None" and not remove.isEnabled()
    choice.show_there(True)
    assert state.text() == "Chosen"
    with qtbot.waitSignal(choice.removed):
        qtbot.mouseClick(remove, Qt.MouseButton.LeftButton)


def test_a_file_is_asked_for(choice, qtbot, answers, tmp_path):
    file = tmp_path / "one.thing"
    file.write_text("x", encoding="utf-8")
    answers.choose_files(str(file))
    button = choice.findChild(QPushButton, "thing-choose")
    assert "A thing" in button.accessibleName()
    with qtbot.waitSignal(choice.chosen) as chosen:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert chosen.args == [file]
