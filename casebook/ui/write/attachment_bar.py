"""What stands above the form of an attachment: a small picture, and what can be done with the file."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QDir, QLocale, QSize, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QImage, QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from casebook.domain.case import Case
from casebook.domain.entry_changes import removing
from casebook.domain.errors import CasebookError
from casebook.domain.sections.attachments import Attachment
from casebook.services.attaching import is_program, safe_name
from casebook.ui.icons import icon
from casebook.ui.tasks import Cancelled, Progress
from casebook.ui.theme import tokens_of
from casebook.ui.widgets.elided_label import ElidedLabel
from casebook.ui.widgets.flow_layout import FlowLayout
from casebook.ui.widgets.look import with_look
from casebook.ui.workbench import Workbench
from casebook.ui.write.attachment_actions import replace_file
from casebook.ui.write.open_copies import OpenCopies
from casebook.ui.write.special_bar import SpecialBar
from casebook.ui.write.thumbnails import Thumbnails

PICTURE = 112
"""Side of the square the picture stands in, in pixels."""

SI = QLocale.DataSizeFormat.DataSizeSIFormat

LARGEST_PICTURE = 20 * 1024 * 1024
"""Bytes up to which an image is shown small."""


class AttachmentBar(SpecialBar):
    """Opens, saves out, replaces and removes the file of one attachment after another."""

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        """Empty until `show_record`."""
        super().__init__(parent)
        self.setObjectName("attachment-bar")
        self._workbench = workbench
        self._entry: Attachment | None = None
        self._thumbnails = Thumbnails(workbench)
        self.picture = with_look(QLabel(self), "picture")
        self.picture.setObjectName("attachment-picture")
        self.picture.setFixedSize(PICTURE, PICTURE)
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._name = ElidedLabel(parent=self, mode=Qt.TextElideMode.ElideMiddle)
        self._facts = with_look(QLabel(self), "muted")
        self._facts.setObjectName("attachment-facts")
        self._facts.setWordWrap(True)
        self.open_button = self._button("open-attachment", self.tr("Open"))
        self.open_button.clicked.connect(self.open_file)
        self.save_button = self._button("save-attachment", self.tr("Save a copy…"))
        self.save_button.clicked.connect(self._ask_where)
        self.replace_button = self._button("replace-attachment", self.tr("Replace…"))
        self.replace_button.clicked.connect(self._ask_which)
        self.remove_button = self._button("remove-attachment", self.tr("Remove"))
        self.remove_button.clicked.connect(self.remove)
        self._lay_out()

    def show_record(self, case: Case, record_id: str) -> None:
        """Show the file of an attachment."""
        entry = case.find(record_id)
        if not isinstance(entry, Attachment):
            return
        before, self._entry = self._entry, entry
        name = entry.file_name or self.tr("No file")
        self._name.setText(name)
        there = self._is_there(entry.digest)
        facts = [entry.media_type, QLocale().formattedDataSize(entry.size, 1, SI) if entry.size else ""]
        if not there:
            facts.append(self.tr("The library does not hold this file."))
        self._facts.setText(" · ".join(fact for fact in facts if fact))
        for button in (self.open_button, self.save_button):
            button.setEnabled(there)
        for button in (self.replace_button, self.remove_button):
            button.setVisible(not self._workbench.read_only)
        if before is None or before.digest != entry.digest or before.id != entry.id:
            self._show_picture(entry, there=there)

    def open_file(self) -> None:
        """Show a copy of the file in the program the system opens it with."""
        entry, library = self._entry, self._workbench.library
        if entry is None or library is None:
            return
        name = safe_name(entry.file_name)
        if is_program(name):
            self._workbench.problem.emit(
                self.tr(
                    "“{name}” may be a program, so it is not opened from here. "
                    "Save a copy of it if you know what it does."
                ).format(name=name)
            )
            return
        copies, digest = OpenCopies.of(self._workbench), entry.digest

        def work(_progress: Progress, _cancelled: Cancelled) -> Path:
            with library.attachments_apart() as attachments:
                return copies.put(digest, name, attachments.read(digest))

        self._workbench.run(self.tr("Opening {name}").format(name=name), work, self._show_copy)

    def save_copy(self, path: str) -> None:
        """Write the file to `path`."""
        entry, library = self._entry, self._workbench.library
        if entry is None or library is None or not path:
            return
        digest = entry.digest

        def work(_progress: Progress, _cancelled: Cancelled) -> None:
            with library.attachments_apart() as attachments:
                attachments.save_to(digest, Path(path))

        told = self.tr("Saved a copy as {path}.").format(path=path)
        self._workbench.run(
            self.tr("Saving a copy"), work, lambda _none: self._workbench.told.emit(told, None)
        )

    def remove(self) -> None:
        """Remove the attachment from the case."""
        case, entry = self._workbench.case, self._entry
        if case is None or entry is None or case.find(entry.id) is None:
            return
        words = self.tr("Remove {name}").format(name=entry.file_name)
        self._workbench.apply(removing(case, entry.id, words), words)
        told = self.tr("Removed {name}.").format(name=entry.file_name)
        self._workbench.told.emit(told, self._workbench.undo)

    def _show_copy(self, copy: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(copy))):
            self._workbench.problem.emit(
                self.tr("No program on this computer opens “{name}”. Save a copy of it instead.").format(
                    name=copy.name
                )
            )

    def _is_there(self, digest: str) -> bool:
        library = self._workbench.library
        try:
            return library is not None and bool(digest) and library.attachments.has(digest)
        except CasebookError:
            return False

    def _ask_where(self) -> None:
        if self._entry is None:
            return
        dialog = QFileDialog(self, self.tr("Save a copy"), QDir.homePath())
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.selectFile(safe_name(self._entry.file_name))
        self._show_dialog(dialog, self.save_copy)

    def _ask_which(self) -> None:
        dialog = QFileDialog(self, self.tr("Replace the file by"), QDir.homePath())
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        self._show_dialog(dialog, self._replace_by)

    def _replace_by(self, path: str) -> None:
        if self._entry is not None:
            replace_file(self._workbench, self._entry.id, path)

    def _show_dialog(self, dialog: QFileDialog, take: Callable[[str], None]) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(take)
        dialog.open()

    def _show_picture(self, entry: Attachment, *, there: bool) -> None:
        self.picture.setAccessibleName(self.tr("Picture of {name}").format(name=entry.file_name))
        self.picture.setPixmap(self._sign("paperclip"))
        if there and entry.media_type.startswith("image/") and (entry.size or 0) <= LARGEST_PICTURE:
            self.picture.setPixmap(self._sign("image"))
            self._thumbnails.ask(entry.digest, lambda image: self._take_picture(entry.digest, image))

    def _take_picture(self, digest: str, image: QImage) -> None:
        if image.isNull() or self._entry is None or self._entry.digest != digest:
            return
        ratio = self.devicePixelRatioF()
        side = round((PICTURE - 8) * ratio)
        fitted = image.scaled(
            QSize(side, side),
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        pixmap = QPixmap.fromImage(fitted)
        pixmap.setDevicePixelRatio(ratio)
        self.picture.setPixmap(pixmap)

    def _sign(self, name: str) -> QPixmap:
        return icon(name, tokens_of(self).muted).pixmap(QSize(32, 32))

    def _button(self, name: str, text: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.setAccessibleName(text.rstrip("…"))
        return button

    def _lay_out(self) -> None:
        buttons = QWidget(self)
        flow = FlowLayout(buttons, spacing=8)
        for button in (self.open_button, self.save_button, self.replace_button, self.remove_button):
            flow.addWidget(button)
        words = QVBoxLayout()
        words.setSpacing(4)
        with_look(self._name, "card-title")
        for part in (self._name, self._facts, buttons):
            words.addWidget(part)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
