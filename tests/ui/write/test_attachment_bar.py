"""Opening, saving out, replacing and removing an attached file, with clicks."""

from pathlib import Path

import attrs
import pytest
from PySide6.QtCore import QObject, Qt, QTimer, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QLabel, QMessageBox, QPushButton

from casebook.domain.changes import setting
from casebook.ui.write.attachment_bar import AttachmentBar


class Opened(QObject):
    """Stands where the system opens files."""

    def __init__(self) -> None:
        super().__init__()
        self.paths: list[Path] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        self.paths.append(Path(url.toLocalFile()))


@pytest.fixture
def opened():
    taker = Opened()
    QDesktopServices.setUrlHandler("file", taker, "take")
    yield taker.paths
    QDesktopServices.unsetUrlHandler("file")


@pytest.fixture
def bar(workbench, qtbot):
    made = AttachmentBar(workbench)
    qtbot.addWidget(made)
    made.resize(640, 160)
    made.show_record(workbench.case, workbench.case.attachments[1].id)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def heard(workbench):
    said = []
    workbench.problem.connect(said.append)
    workbench.told.connect(lambda sentence, _undo: said.append(sentence))
    return said


def click(qtbot, bar, name):
    qtbot.mouseClick(bar.findChild(QPushButton, name), Qt.MouseButton.LeftButton)


def rename(workbench, bar, name):
    case = workbench.case
    workbench.apply(setting(case, case.attachments[1].id, "file_name", name))
    bar.show_record(workbench.case, case.attachments[1].id)


def test_name_type_and_size_are_shown(bar, workbench):
    facts = bar.findChild(QLabel, "attachment-facts").text()
    assert "image/png" in facts
    assert "43.5" in facts


def test_an_image_is_shown_small(bar, qtbot):
    # It may be there already when the bar is: larger than the sign of 32 pixels that stands for it until then.
    def across() -> float:
        size = bar.picture.pixmap().deviceIndependentSize()
        return max(size.width(), size.height())

    qtbot.waitUntil(lambda: across() > 32)
    assert bar.picture.pixmap().width() <= bar.picture.width()


def test_nothing_is_opened_until_somebody_asks(bar, opened):
    assert opened == []


def test_opening_shows_a_read_only_copy_in_a_folder_of_ones_own(bar, workbench, opened, qtbot):
    click(qtbot, bar, "open-attachment")
    qtbot.waitUntil(lambda: len(opened) == 1)
    (copy,) = opened
    entry = workbench.case.attachments[1]
    assert copy.name == entry.file_name
    assert copy.read_bytes() == workbench.library.attachments.read(entry.digest)
    assert copy.stat().st_mode & 0o777 == 0o400
    assert copy.parents[1].stat().st_mode & 0o777 == 0o700
    click(qtbot, bar, "open-attachment")
    qtbot.waitUntil(lambda: opened == [copy, copy])


def test_a_name_with_folders_in_it_leads_nowhere_else(bar, workbench, opened, qtbot):
    rename(workbench, bar, "../../../evil.png")
    click(qtbot, bar, "open-attachment")
    qtbot.waitUntil(lambda: len(opened) == 1)
    assert opened[0].name == "evil.png"
    assert ".." not in opened[0].parts


def test_a_program_is_not_opened(bar, workbench, opened, heard, qtbot):
    rename(workbench, bar, "holiday.png.exe")
    click(qtbot, bar, "open-attachment")
    assert opened == []
    assert "may be a program" in heard[-1]


def test_a_copy_is_saved_where_the_dialog_says(bar, workbench, heard, tmp_path, qtbot):
    click(qtbot, bar, "save-attachment")
    dialog = bar.findChild(QFileDialog)
    target = tmp_path / "chart.png"
    dialog.setDirectory(str(tmp_path))
    dialog.selectFile(str(target))
    dialog.accept()
    qtbot.waitUntil(lambda: bool(heard))
    assert target.read_bytes() == workbench.library.attachments.read(workbench.case.attachments[1].digest)
    assert str(target) in heard[-1]


def test_saving_over_a_file_asks_first(bar, tmp_path, qtbot):
    target = tmp_path / "chart.png"
    target.write_bytes(b"precious")
    click(qtbot, bar, "save-attachment")
    dialog = bar.findChild(QFileDialog)
    dialog.setDirectory(str(tmp_path))
    dialog.selectFile(str(target))
    asked = []

    def refuse() -> None:
        box = dialog.findChild(QMessageBox)
        asked.append(box.text())
        box.button(QMessageBox.StandardButton.No).click()

    QTimer.singleShot(200, refuse)
    dialog.accept()
    assert "chart.png" in asked[0]
    assert target.read_bytes() == b"precious"
    dialog.reject()


def test_a_file_is_replaced_from_the_dialog(bar, workbench, tmp_path, qtbot):
    new = tmp_path / "new.png"
    new.write_bytes(b"new content")
    click(qtbot, bar, "replace-attachment")
    dialog = bar.findChild(QFileDialog)
    dialog.setDirectory(str(tmp_path))
    dialog.selectFile(str(new))
    dialog.accept()
    assert workbench.case.attachments[1].file_name == "new.png"


def test_removing_can_be_undone(bar, workbench, qtbot):
    entry = workbench.case.attachments[1]
    with qtbot.waitSignal(workbench.told) as told:
        click(qtbot, bar, "remove-attachment")
    assert workbench.case.find(entry.id) is None
    told.args[1]()
    assert workbench.case.attachments[1] == entry
    assert workbench.library.attachments.has(entry.digest)


def test_a_file_that_is_missing_from_the_library_is_said_and_cannot_be_opened(bar, workbench):
    lost = attrs.evolve(workbench.case.attachments[1], digest="0" * 64)
    bar.show_record(workbench.case.replacing(lost), lost.id)
    assert "does not hold this file" in bar.findChild(QLabel, "attachment-facts").text()
    assert not bar.open_button.isEnabled()
    assert not bar.save_button.isEnabled()
    assert bar.replace_button.isEnabled()
