"""Notes beside the page: read, followed to their place, done with, taken back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from casebook.services.case_notes import CaseNote, add_note, notes
from casebook.storage.library import Library
from casebook.ui.write.finding_model import FindingRole
from casebook.ui.write.notes_panel import NotesPanel


@pytest.fixture
def asked(workbench):
    """Two notes on the open case: the later is about a challenge."""
    case = workbench.case
    whole = CaseNote(case_id=case.id, text="Is this one case?", at="2026-03-01T08:00:00+00:00", who="Kofi")
    challenge = case.challenges[0].id
    about = CaseNote(
        case_id=case.id,
        text="Which units?",
        record_id=challenge,
        field="response",
        about="Challenge 1",
        at="2026-03-02T08:00:00+00:00",
        who="Kofi",
    )
    return add_note(workbench.library, whole), add_note(workbench.library, about)


@pytest.fixture
def panel(workbench, asked, qtbot):
    made = NotesPanel(workbench)
    qtbot.addWidget(made)
    made.resize(300, 500)
    made.show()
    return made


def rows(panel):
    model = panel.list.model()
    return [
        (model.index(row).data(FindingRole.PLACE), model.index(row).data()) for row in range(model.rowCount())
    ]


def press(panel, name, qtbot):
    qtbot.mouseClick(panel.findChild(QPushButton, name), Qt.MouseButton.LeftButton)


def click(panel, row, qtbot):
    place = panel.list.visualRect(panel.list.model().index(row)).center()
    qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_each_note_says_what_about_and_by_whom(panel):
    assert rows(panel) == [("Challenge 1", "Which units?"), ("The whole case", "Is this one case?")]
    spoken = panel.list.model().index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Kofi" in spoken and "2026" in spoken
    assert panel.findChild(QLabel, "no-notes").isHidden()


def test_a_click_and_enter_lead_to_the_place(panel, workbench, asked, qtbot):
    with qtbot.waitSignal(workbench.go_to) as went:
        click(panel, 0, qtbot)
    assert went.args == [workbench.case.challenges[0].id, "response"]
    qtbot.keyClick(panel.list, Qt.Key.Key_Down)
    with qtbot.waitSignal(workbench.go_to) as went:
        qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    assert went.args == [workbench.case.id, ""]


def test_done_with_the_button_or_a_key_and_undone(panel, workbench, qtbot):
    click(panel, 0, qtbot)
    with qtbot.waitSignal(workbench.told) as told, qtbot.waitSignal(panel.counted) as counted:
        press(panel, "note-done", qtbot)
    assert told.args[0] == "The note is done." and counted.args == [1]
    assert rows(panel)[1] == ("Done · Challenge 1", "Which units?")
    assert panel.findChild(QPushButton, "note-done").text() == "Open again"
    told.args[1]()
    assert rows(panel)[0] == ("Challenge 1", "Which units?")
    qtbot.keyClick(panel.list, Qt.Key.Key_Space)
    assert sum(note.done for note in notes(workbench.library)) == 1


def test_a_removed_note_can_be_brought_back(panel, workbench, qtbot):
    click(panel, 1, qtbot)
    with qtbot.waitSignal(workbench.told) as told:
        press(panel, "note-remove", qtbot)
    assert rows(panel) == [("Challenge 1", "Which units?")]
    told.args[1]()
    assert len(rows(panel)) == 2


def test_without_notes_it_says_what_belongs_here(panel, workbench):
    workbench.close_case()
    assert rows(panel) == [] and panel.list.isHidden()
    assert panel.findChild(QLabel, "no-notes").isVisible()
    assert panel.findChild(QPushButton, "note-done").isHidden()


def test_whoever_may_only_read_settles_nothing(workbench, asked, library_file, qtbot):
    case_id = workbench.case.id
    workbench.set_library(Library.open(library_file, read_only=True))
    workbench.open_case(case_id)
    panel = NotesPanel(workbench)
    qtbot.addWidget(panel)
    panel.show()
    click(panel, 0, qtbot)
    assert not panel.findChild(QPushButton, "note-done").isEnabled()
    qtbot.keyClick(panel.list, Qt.Key.Key_Space)
    assert not any(note.done for note in notes(workbench.library))
