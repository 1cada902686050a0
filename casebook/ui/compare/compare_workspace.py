"""The Compare workspace: the comparisons of the library, and one of them on the table."""

from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from casebook.domain.records import RecordId
from casebook.ui.compare.comparison_desk import MOST, ComparisonDesk
from casebook.ui.compare.comparison_page import ComparisonPage
from casebook.ui.compare.saved_list import SavedList
from casebook.ui.compare.special_tabs import SPECIAL_TABS
from casebook.ui.i18n import translated
from casebook.ui.widgets.look import with_look
from casebook.ui.workbench import Workbench
from casebook.ui.workspace import Workspace


class CompareWorkspace(Workspace):
    """Takes the cases that were chosen in the library, or goes on with a comparison kept there."""

    can_search = True

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._library = workbench.library
        self.desk = ComparisonDesk(workbench, self)
        self.saved = SavedList(workbench)
        self.page = ComparisonPage(self.desk, workbench)
        self._many: tuple[str, ...] = ()
        self._views: dict[str, QWidget] = {}
        self._tabs = with_look(QTabBar(), "surface")
        self._tabs.setObjectName("compare-tabs")
        self._tabs.setAccessibleName(self.tr("Ways to compare"))
        self._tabs.setDrawBase(False)
        self._tabs.setExpanding(False)
        self._stack = QStackedWidget()
        self._build()
        self._connect()
        self.saved.show_saved()

    def chosen_cases(self) -> tuple[RecordId, ...]:
        """Ids of the cases that are compared."""
        return tuple(RecordId(case_id) for case_id in self.desk.case_ids)

    def arrive(self) -> None:
        """Go on where the keyboard was; show what changed meanwhile."""
        if self.desk.is_open:
            self.desk.look_again()
            self.page.table.setFocus()
        else:
            self.saved.show_saved()
            self.saved.focus_here()

    def search(self) -> None:
        """Look for words in the rows."""
        if self.desk.is_open:
            self._tabs.setCurrentIndex(0)
            self.page.bar.filters.setChecked(True)
            self.page.filters.text.setFocus()
            self.page.filters.text.selectAll()

    def take_cases(self, case_ids: tuple[str, ...]) -> None:
        """Put these cases side by side; of very many the first, and all of them into the other views."""
        self._many = tuple(dict.fromkeys(case_ids)) if len(case_ids) > MOST else ()
        self._tabs.setCurrentIndex(0)
        self.desk.take_cases(case_ids)
        if self._many and SPECIAL_TABS:
            self._tabs.setCurrentIndex(1)
            told = self.tr("{some} of {all} cases lie side by side; the other views show all.")
            self._workbench.told.emit(told.format(some=MOST, all=len(self._many)), None)

    def _build(self) -> None:
        self._tabs.addTab(self.tr("Side by side"))
        for tab in SPECIAL_TABS:
            self._tabs.addTab(translated(tab.title))
        self._stack.addWidget(self.saved)
        self._stack.addWidget(self.page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._tabs)
        column.addWidget(self._stack, 1)
        self._show()

    def _connect(self) -> None:
        self._workbench.library_changed.connect(self._start_over)
        self.desk.opened.connect(self._show)
        self.desk.opened.connect(self.selection_changed)
        self.desk.aligned.connect(self._cases_changed)
        self.saved.open_wanted.connect(self.desk.open_saved)
        self.saved.case_taken.connect(lambda case_id: self.desk.take_cases((case_id,)))
        self.saved.cases_taken.connect(self.take_cases)
        self.page.list_wanted.connect(self._show_list)
        self._tabs.currentChanged.connect(lambda _at: self._show())

    def _start_over(self) -> None:
        """Another library: what lay here stays with the one before."""
        if self._workbench.library is self._library:
            return
        self._library = self._workbench.library
        self.desk.keeper.drop()
        self._workbench.undo_stack.clear()
        self.desk.close()
        self.saved.show_saved()

    def _show_list(self) -> None:
        self._many = ()
        self.desk.close()
        self.saved.show_saved()
        self.saved.focus_here()

    def _show(self) -> None:
        """The list while nothing is compared, else what the tab says."""
        opened, at = self.desk.is_open, self._tabs.currentIndex()
        self._tabs.setVisible(opened and bool(SPECIAL_TABS))
        if not opened:
            self._stack.setCurrentWidget(self.saved)
        elif at <= 0:
            self._stack.setCurrentWidget(self.page)
            if self.isVisible():
                self.page.table.setFocus()
        else:
            self._stack.setCurrentWidget(self._special(at - 1))

    def _special(self, at: int) -> QWidget:
        """The view of another tab, made when it is first wanted, with the cases of now."""
        tab = SPECIAL_TABS[at]
        if tab.key not in self._views:
            self._views[tab.key] = tab.make(self._workbench)
            self._stack.addWidget(self._views[tab.key])
        view = self._views[tab.key]
        view.show_cases(self._many or self.desk.case_ids)  # type: ignore[attr-defined]
        return view

    def _cases_changed(self) -> None:
        self.selection_changed.emit()
        at = self._tabs.currentIndex()
        if at > 0:
            self._special(at - 1)
