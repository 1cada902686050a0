"""Files that are dropped stay where they were."""

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from casebook.ui.widgets.dropping import accept_copy, dropped_files


def test_a_file_that_is_to_be_moved_is_copied_instead(tmp_path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "photo.jpg"))])
    move = Qt.DropAction.MoveAction
    event = QDropEvent(
        QPointF(1, 1),
        move | Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier(0),
    )
    event.setDropAction(move)
    accept_copy(event)
    assert event.isAccepted()
    assert event.dropAction() == Qt.DropAction.CopyAction


def test_only_files_of_this_computer_are_taken(tmp_path):
    data = QMimeData()
    data.setUrls([QUrl("https://example.org/list.csv"), QUrl.fromLocalFile(str(tmp_path / "list.csv"))])
    copy = Qt.DropAction.CopyAction
    event = QDropEvent(QPointF(1, 1), copy, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0))
    assert dropped_files(event) == [tmp_path / "list.csv"]
