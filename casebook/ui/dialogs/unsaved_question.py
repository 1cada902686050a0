"""Asks before words are lost: the one time closing the window is held up."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox, QWidget


def may_lose_unsaved(window: QWidget) -> bool:
    """Whether the window may close although what was typed last could not be saved; "no" is the default."""

    def words(text: str) -> str:
        return QCoreApplication.translate("UnsavedQuestion", text)

    question = QMessageBox(window)
    question.setObjectName("unsaved-question")
    question.setIcon(QMessageBox.Icon.NoIcon)
    question.setWindowTitle(words("Not saved"))
    question.setText(
        words("What you typed last could not be saved, because the library cannot be written to now.")
    )
    question.setInformativeText(
        words(
            "Keep the window open, make room on the disk or plug the drive in again, and it will be saved by itself."
        )
    )
    leave = question.addButton(words("Close and lose it"), QMessageBox.ButtonRole.DestructiveRole)
    stay = question.addButton(words("Keep open"), QMessageBox.ButtonRole.RejectRole)
    question.setDefaultButton(stay)
    question.setEscapeButton(stay)
    question.exec()
    return question.clickedButton() is leave
