"""The trainer's ten minutes, with mouse and keys: from a case in the Library to files to hand out, and once again."""

import hashlib

import attrs
import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QListWidget, QPushButton, QToolButton

from casebook.domain.records import Sensitivity
from casebook.ui.library.case_table import CaseTable
from casebook.ui.publish.withheld_dialog import WithheldDialog
from casebook.ui.publish.withheld_row import WithheldRow
from casebook.ui.widgets.card_list import CardList
from casebook.ui.write.write_workspace import WriteWorkspace

LEFT = Qt.MouseButton.LeftButton
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.mark.slow
def test_a_handout_is_made_checked_and_made_again(window, workbench, liberia, qtbot, tmp_path):
    lesson = attrs.evolve(liberia.lessons[0], sensitivity=Sensitivity.INTERNAL)
    workbench.library.cases.save(liberia, liberia.replacing(lesson))
    window.findChild(CaseTable, "cases").choose(0)
    qtbot.keyClick(window, Qt.Key.Key_P, CTRL)
    page = window.findChild(object, "page-publish")
    assert page.isVisible() and page.chosen_cases() == (liberia.id,)

    # The handout, for a course, without the timeline.
    card = page.builds.list.visualRect(page.builds.model.index(1))
    qtbot.mouseClick(page.builds.list.viewport(), LEFT, pos=card.center())
    assert page.builds.build.template == "participant-handout"
    qtbot.keyClick(page.findChild(QComboBox, "audience"), Qt.Key.Key_Down)
    rows = page.findChild(QListWidget, "sections")
    rows.setFocus()
    rows.setCurrentRow(2)
    assert rows.currentItem().text() == "Timeline"
    qtbot.keyClick(rows, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: page.preview.document is not None, timeout=60_000)
    assert page.preview.findChild(QLabel, "preview-budget").text() == "2 of 2 pages"

    # What is withheld is looked at, and one thing of it where it is written.
    withheld = page.findChild(QLabel, "withheld")
    qtbot.waitUntil(lambda: "Lessons" in withheld.text(), timeout=10_000)

    def look_at_the_lesson():
        row = page.findChild(WithheldDialog).findChild(WithheldRow, f"withheld-{lesson.id}-")
        qtbot.mouseClick(row, LEFT)

    QTimer.singleShot(200, page, look_at_the_lesson)
    qtbot.mouseClick(page.findChild(QPushButton, "withheld-each"), LEFT)
    write = window.findChild(WriteWorkspace)
    assert write.isVisible() and workbench.case.id == liberia.id
    assert lesson.title in write.findChild(CardList, "entries").currentIndex().data()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=5000)
    qtbot.keyClick(window, Qt.Key.Key_4, CTRL)
    assert page.isVisible()

    # A name for the build, names for the files, a folder, and the button.
    page.builds.list.setFocus()
    qtbot.keyClick(page.builds.list, Qt.Key.Key_F2)
    line = page.findChild(QLineEdit, "build-name")
    qtbot.keyClicks(line, "Handout for Accra")
    with qtbot.waitSignal(line.destroyed, timeout=5000):
        qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.keyClicks(page.findChild(QLineEdit, "file-name"), "{reference} {report} ({audience})")
    assert page.findChild(QLabel, "file-name-made").text() == "LR-2003-001 Participant handout (Training).pdf"
    page.findChild(QCheckBox, "format-docx").click()
    folder = page.findChild(QLineEdit, "folder")
    folder.selectAll()
    qtbot.keyClicks(folder, str(tmp_path / "accra"))
    qtbot.keyClick(folder, Qt.Key.Key_Return)
    export(page, qtbot, lambda: qtbot.mouseClick(page.findChild(QPushButton, "export"), LEFT))
    (file,) = (tmp_path / "accra").iterdir()
    assert file.name == "LR-2003-001 Participant handout (Training).pdf"

    # What was exported can be looked up, with the hash of the file.
    qtbot.mouseClick(page.findChild(QToolButton, "show-exports"), LEFT)
    line = page.middle.exports.model.line(0)
    assert line.path == file and line.file.digest == hashlib.sha256(file.read_bytes()).hexdigest()
    assert (line.export.who, line.export.audience) == ("Ama Mensah", "training")

    # The same again with one key, from anywhere; nothing is written over.
    qtbot.keyClick(window, Qt.Key.Key_1, CTRL)
    export(page, qtbot, lambda: qtbot.keyClick(window, Qt.Key.Key_P, CTRL | SHIFT))
    assert page.isVisible() and page.builds.build.name == "Handout for Accra"
    assert sorted(one.name for one in (tmp_path / "accra").iterdir()) == [
        "LR-2003-001 Participant handout (Training) (2).pdf",
        "LR-2003-001 Participant handout (Training).pdf",
    ]


def export(page, qtbot, begin):
    page.middle.results.clear()
    begin()
    assert page.middle.results.isVisible()
    qtbot.waitUntil(
        lambda: page.findChild(QLabel, "export-summary").text() == "1 report exported.", timeout=60_000
    )
