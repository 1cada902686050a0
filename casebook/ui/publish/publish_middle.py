"""The middle of Publish: the pages, what an export has made, or what was exported before."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from casebook.ui.publish.exports_view import ExportsView
from casebook.ui.publish.page_preview import PagePreview
from casebook.ui.publish.progress_strip import ProgressStrip
from casebook.ui.publish.result_list import ResultList
from casebook.ui.widgets.elided_label import ElidedLabel
from casebook.ui.widgets.look import with_look
from casebook.ui.workbench import Workbench


class PublishMiddle(QWidget):
    """One of three at a time, below the progress of an export; emits `pages_wanted` when the way back is taken."""

    pages_wanted = Signal()

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.preview = PagePreview(workbench)
        self.results = ResultList()
        self.exports = ExportsView(workbench)
        self.progress = ProgressStrip()
        self._stack = QStackedWidget()
        self._title = with_look(ElidedLabel(), "title")
        for page in (self.preview, self.results, self.exports):
            self._stack.addWidget(page)
        self._bar = self._way_back()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.progress)
        column.addWidget(self._bar)
        column.addWidget(self._stack, 1)

    def show_pages(self) -> None:
        """Show the pages of the report that is chosen."""
        self._go(self.preview, "")

    def show_results(self) -> None:
        """Show what the export makes."""
        self._go(self.results, self.tr("This export"))

    def show_exports(self) -> None:
        """Show what was exported before."""
        self.exports.read()
        self._go(self.exports, self.tr("What was exported"))

    def _go(self, page: QWidget, title: str) -> None:
        self._title.setText(title)
        self._bar.setVisible(page is not self.preview)
        self._stack.setCurrentWidget(page)

    def _way_back(self) -> QFrame:
        bar = with_look(QFrame(), "bar")
        back = QPushButton(self.tr("Back to the pages"))
        back.setObjectName("back-to-pages")
        back.clicked.connect(self.pages_wanted)
        row = QHBoxLayout(bar)
        row.setContentsMargins(18, 8, 18, 8)
        row.addWidget(self._title, 1)
        row.addWidget(back)
        bar.hide()
        return bar
