"""Lists the dated backups of a library, latest first, to put one in its place."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from casebook.storage.backups import Backup
from casebook.ui.dialogs.plain_dialog import PlainDialog
from casebook.ui.widgets.line_delegate import NOTE_ROLE, LineDelegate
from casebook.ui.widgets.look import with_look


class RestoreDialog(PlainDialog):
    """After `accept`, `chosen` is the backup to restore."""

    def __init__(self, name: str, backups: Sequence[Backup], parent: QWidget | None = None) -> None:
        """`name` is the library's; `backups` are at least one."""
        title = QCoreApplication.translate("RestoreDialog", "Restore a backup of {}")
        super().__init__(title.format(name), parent, fills=True)
        self._backups = backups
        self.add_text(
            self.tr(
                "The library goes back to the day you choose. "
                "What is in it now is kept beside it under another name."
            ),
            "muted",
        )
        self._list = with_look(QListWidget(), "popup")
        self._list.setObjectName("backups")
        self._list.setAccessibleName(self.tr("Backups"))
        self._list.setItemDelegate(LineDelegate(self._list))
        for backup in backups:
            size = QLocale().formattedDataSize(backup.size, 1, QLocale.DataSizeFormat.DataSizeSIFormat)
            item = QListWidgetItem(moment_words(backup))
            item.setData(NOTE_ROLE, size)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{moment_words(backup)}, {size}")
            self._list.addItem(item)
        self._list.setCurrentRow(0)
        self._list.itemActivated.connect(lambda _item: self.accept())
        self.body.addWidget(self._list, 1)
        self.add_cancel()
        self.add_button(self.tr("Restore"), "restore", primary=True).clicked.connect(self.accept)
        self._list.setFocus()

    @property
    def chosen(self) -> Backup:
        """The backup that is the current one."""
        return self._backups[max(self._list.currentRow(), 0)]


def moment_words(backup: Backup) -> str:
    """The day and time a backup was made, here."""
    made, words = QDateTime.fromSecsSinceEpoch(int(backup.made_at.timestamp())), QLocale()
    day = words.toString(made.date(), QLocale.FormatType.LongFormat)
    return f"{day}, {words.toString(made.time(), QLocale.FormatType.ShortFormat)}"
