"""Files that are dropped stay where they were."""

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from casebook.ui.widgets.dropping import accept_copy


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
