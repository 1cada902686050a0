"""Above the list of cases: the words it is filtered by, how many have them, and a way to keep the search."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from casebook.ui.icons import icon, set_icon
from casebook.ui.theme import tokens_of
from casebook.ui.widgets.look import with_look


class FilterBar(QFrame):
    """Its parts are listened to by the workspace."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        with_look(self, "bar")
        self.field = QLineEdit()
        self.field.setObjectName("filter")
        self.field.setPlaceholderText(self.tr("Filter by words in any part of a case"))
        self.field.setAccessibleName(self.tr("Filter the list"))
        self.field.setClearButtonEnabled(True)
        self.field.addAction(icon("search", tokens_of(self).muted), QLineEdit.ActionPosition.LeadingPosition)
        self._found = with_look(QLabel(), "muted")
        self._found.setObjectName("found")
        self.save = QPushButton(self.tr("Save search"))
        self.save.setObjectName("save-search")
        self.save.setToolTip(self.tr("Keep these words as a search of this library"))
        set_icon(self.save, "bookmark")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(12)
        row.addWidget(self.field, 1)
        row.addWidget(self._found)
        row.addWidget(self.save)
        self.show_found(0, may_save=False)

    @property
    def words(self) -> str:
        """What is looked for."""
        return self.field.text().strip()

    def show_found(self, count: int, *, may_save: bool) -> None:
        """Say how many cases have the words; nothing when there are none."""
        self._found.setText(self.tr("1 found") if count == 1 else self.tr("{} found").format(count))
        self._found.setVisible(bool(self.words))
        self.save.setVisible(bool(self.words) and may_save)
