"""Groups of records that may be the same, instead of the list of all."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QStackedWidget, QVBoxLayout, QWidget

from casebook.domain.declaration import SectionSpec
from casebook.domain.record_likeness import ALIKE, NAME, Likely
from casebook.ui.i18n import translated
from casebook.ui.widgets.empty_state import EmptyState
from casebook.ui.widgets.look import with_look
from casebook.ui.widgets.two_line_delegate import BYLINE_ROLE, TwoLineDelegate

IDS = int(Qt.ItemDataRole.UserRole)


class SameList(QWidget):
    """Emits `chosen` with the ids of a group, none when nothing is chosen, and `back_wanted`."""

    chosen = Signal(tuple)
    back_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._head = with_look(QLabel(), "small")
        self._head.setObjectName("same-said")
        self._head.setWordWrap(True)
        self._head.setContentsMargins(16, 12, 16, 4)
        self.list = with_look(QListWidget(), "lists")
        self.list.setObjectName("same-records")
        self.list.setAccessibleName(self.tr("These may be the same"))
        self.list.setProperty("pane", True)
        self.list.setItemDelegate(TwoLineDelegate(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMouseTracking(True)
        self.list.currentItemChanged.connect(lambda _now, _before: self.chosen.emit(self.current))
        self._empty = EmptyState()
        self._empty.action.connect(self.back_wanted)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self._stack, 1)
        self.setFocusProxy(self.list)

    @property
    def current(self) -> tuple[str, ...]:
        """Ids of the group that is looked at."""
        row = self.list.currentRow()
        return tuple(self.list.item(row).data(IDS)) if row >= 0 else ()

    def wait(self) -> None:
        """It is being looked for."""
        self.list.clear()
        self._head.hide()
        self._empty.show_words(self.tr("Looking for records that may be the same …"), "", "")
        self._stack.setCurrentWidget(self._empty)

    def show_groups(self, section: SectionSpec, groups: Sequence[Likely], names: Mapping[str, str]) -> None:
        """Show the groups of a section; `names` gives that of each record. The place in the list stays."""
        place = max(self.list.currentRow(), 0)
        self.list.clear()
        for group in groups:
            called = [names.get(ident, "") or self.tr("Untitled") for ident in group.ids]
            item = QListWidgetItem(" = ".join(called))
            item.setData(IDS, list(group.ids))
            item.setData(BYLINE_ROLE, self._reason(section, group))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{item.text()}: {item.data(BYLINE_ROLE)}")
            item.setToolTip("\n".join(called))
            self.list.addItem(item)
        self._head.setText(self.tr("These may be the same. Choose a group to compare them."))
        self._head.setVisible(bool(groups))
        self._empty.show_words(
            self.tr("No two are alike"),
            self.tr("None has a name, a mark such as a DOI, or a title that another has, or nearly has."),
            self.tr("Back to the list"),
        )
        self._stack.setCurrentWidget(self.list if groups else self._empty)
        self.list.setCurrentRow(min(place, len(groups) - 1))
        if not groups:
            self.chosen.emit(())

    def _reason(self, section: SectionSpec, group: Likely) -> str:
        if group.why == NAME:
            return self.tr("One name, or another name of the other")
        if group.why == ALIKE:
            return self.tr("Names that are nearly the same")
        labels = {spec.name: translated(spec.label) for spec in section.fields}
        return self.tr("The same in “{}”").format(labels.get(group.why, group.why))
