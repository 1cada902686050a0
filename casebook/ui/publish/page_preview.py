"""The middle of Publish: the real pages, made anew while one chooses and writes."""

from collections.abc import Callable, Mapping
from pathlib import Path

import attrs
from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from casebook.publishing.order import Order, Pages
from casebook.services.publishing import cases_of_each
from casebook.ui.publish.find_bar import FindBar
from casebook.ui.publish.page_view import PageView
from casebook.ui.publish.paper import Paper
from casebook.ui.publish.preview_bar import PreviewBar
from casebook.ui.publish.preview_run import PageWish, PreviewRun
from casebook.ui.publish.thumbnail_strip import ThumbnailStrip
from casebook.ui.widgets.empty_state import EmptyState
from casebook.ui.widgets.look import with_look
from casebook.ui.workbench import Workbench

ROOM_FOR_STRIP = 600
"""Pixels wide the preview is at least where the small pages are shown."""


class PagePreview(QWidget):
    """Shows the pages the export would make; emits `changed` with each new set of pages or refusal."""

    changed = Signal()

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cases: dict[str, str] = {}
        self._case = ""
        self._reports: tuple[tuple[str, ...], ...] = ()
        self._order, self._most = Order(folder=Path()), 0
        self._result = 0
        self._paper: Paper | None = None
        self._run = PreviewRun(workbench, self)
        self._bar, self._find, self._view = PreviewBar(), FindBar(self), PageView()
        self._strip = ThumbnailStrip()
        self._empty = EmptyState()
        self._build()
        self._connect()
        workbench.case_changed.connect(lambda _case, _change: self.refresh())
        workbench.cases_changed.connect(self.refresh)
        workbench.library_changed.connect(lambda: self.show_report({}, self._order))
        self._show_none()

    @property
    def document(self) -> QPdfDocument | None:
        """The pages in sight; None when there are none."""
        return self._paper.document if self._paper is not None else None

    def show_report(self, cases: Mapping[str, str], order: Order, most_pages: int = 0) -> None:
        """Show what this order makes of the first of these cases, given as titles by id, or of the one chosen before.

        A report that is made of all together is shown of all. `most_pages` is how many it may have, 0 for any number.
        """
        self._cases = dict(cases)
        # The pages are the same wherever the files go, and whatever else is made.
        self._order = attrs.evolve(order, folder=Path(), formats=("pdf",), file_name="")
        self._most = most_pages
        if self._case not in self._cases:
            self._case = next(iter(self._cases), "")
        self._reports = cases_of_each(order.template, tuple(self._cases))
        titles = tuple(self._cases.values()) if len(self._reports) > 1 else ()
        self._bar.show_cases(titles, tuple(self._cases).index(self._case) if titles else 0)
        if not self._cases:
            self._run.stop()
            self._show_none()
        self.refresh()

    def refresh(self) -> None:
        """Have the pages made anew soon; while nobody looks, when somebody does."""
        if self._case and self.isVisible():
            (case_ids,) = (report for report in self._reports if self._case in report)
            self._run.ask(PageWish(case_ids=case_ids, order=self._order))

    def search(self) -> None:
        """Let the person look for words in the pages."""
        if self._paper is not None:
            self._find.open()

    def event(self, event: QEvent) -> bool:
        """The keys for pages come before the window's for its text."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and self._doer(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl with +, −, 0 and F."""
        do = self._doer(event)
        if do is None:
            super().keyPressEvent(event)
        else:
            do()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_strip()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # The house style may be another now; where nothing has changed, nothing is made.
        self.refresh()

    def _build(self) -> None:
        self._hint = QProgressBar()
        self._hint.setRange(0, 0)
        self._hint.setTextVisible(False)
        self._hint.setObjectName("laying-out")
        self._hint.setAccessibleName(self.tr("The pages are being laid out"))
        policy = self._hint.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._hint.setSizePolicy(policy)
        self._hint.hide()
        self._notices = with_look(QLabel(), "problem")
        self._notices.setObjectName("preview-notices")
        self._notices.setTextFormat(Qt.TextFormat.PlainText)
        self._notices.setWordWrap(True)
        self._notices.setContentsMargins(18, 8, 18, 8)
        self._notices.hide()
        self._pages = QWidget()
        row = QHBoxLayout(self._pages)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(1)
        row.addWidget(self._strip)
        row.addWidget(self._view, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._pages)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self._bar, self._find, self._hint, self._notices):
            column.addWidget(widget)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self._run.made.connect(self._show_pages)
        self._run.refused.connect(self._show_refusal)
        self._run.working.connect(self._hint.setVisible)
        self._bar.page_wanted.connect(lambda step: self._view.go_to(self._view.page + step))
        self._bar.zoom_wanted.connect(
            lambda step: self._view.zoom_by(step) if step else self._view.set_zoom(1.0)
        )
        self._bar.width_wanted.connect(self._view.fit_width)
        self._bar.find_wanted.connect(self.search)
        self._bar.case_wanted.connect(self._choose_case)
        self._find.sought.connect(self._seek)
        self._find.stepped.connect(self._step)
        self._find.closed.connect(self._stop_finding)
        self._view.moved.connect(self._tell_page)
        self._view.zoomed.connect(self._bar.show_zoom)
        self._strip.chosen.connect(self._view.go_to)
        self._bar.strip_wanted.connect(self._show_strip)

    def _doer(self, event: QKeyEvent) -> Callable[[], None] | None:
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier or self._paper is None:
            return None
        key = Qt.Key
        return {
            key.Key_Plus: lambda: self._view.zoom_by(1),
            key.Key_Equal: lambda: self._view.zoom_by(1),
            key.Key_Minus: lambda: self._view.zoom_by(-1),
            key.Key_0: lambda: self._view.set_zoom(1.0),
            key.Key_F: self.search,
        }.get(key(event.key()))

    def _choose_case(self, at: int) -> None:
        self._case = tuple(self._cases)[at]
        self.refresh()

    def _show_pages(self, pages: Pages) -> None:
        before, paper = self._paper, Paper(pages.pdf, self)
        paper.search.countChanged.connect(self._tell_found)
        self._paper = paper
        self._view.show_document(paper.document, paper.search)
        self._strip.show_document(paper.document)
        self._show_strip()
        if before is not None:
            before.deleteLater()
        if self._find.text:
            paper.search.setSearchString(self._find.text)
        self._show_notices(pages.notices)
        self._stack.setCurrentWidget(self._pages)
        self._bar.show_budget(paper.document.pageCount() - int(self._order.receipt_page), self._most)
        self._tell_page(self._view.page)
        self.changed.emit()

    def _show_strip(self) -> None:
        """The small pages stand beside several pages where there is room, unless they are put away."""
        several = self._paper is not None and self._paper.document.pageCount() > 1
        room = self.width() >= ROOM_FOR_STRIP
        self._bar.offer_strip(room)
        self._strip.setVisible(several and room and self._bar.wants_strip)

    def _show_refusal(self, sentence: str) -> None:
        self._show_empty(self.tr("No pages to show"), sentence)

    def _show_none(self) -> None:
        self._show_empty(
            self.tr("Choose a case"),
            self.tr(
                "Add one on the right, or select cases in the Library: the pages appear here as they will be printed."
            ),
        )

    def _show_empty(self, title: str, sentence: str) -> None:
        self._empty.show_words(title, sentence)
        self._stack.setCurrentWidget(self._empty)
        self._show_notices(())
        self._find.hide()
        self._view.clear()
        self._strip.clear()
        if self._paper is not None:
            self._paper.deleteLater()
        self._paper = None
        self._bar.show_page(0, 0)
        self._bar.show_budget(0, 0)
        self.changed.emit()

    def _show_notices(self, notices: tuple[str, ...]) -> None:
        self._notices.setText("\n".join(notices))
        self._notices.setVisible(bool(notices))

    def _tell_page(self, page: int) -> None:
        if self._paper is None:
            return
        pages = self._paper.document.pageCount()
        self._bar.show_page(page, pages)
        self._strip.show_page(page)
        self._view.setAccessibleName(self.tr("Page {} of {}").format(page + 1, pages))
        self._view.setAccessibleDescription(self._paper.document.getAllText(page).text())

    def _seek(self, text: str) -> None:
        self._result = 0
        if self._paper is not None:
            self._paper.search.setSearchString(text)
            self._tell_found()

    def _tell_found(self) -> None:
        count = self._paper.search.count() if self._paper is not None else 0
        self._find.show_count(self._result, count)
        self._view.show_result(self._result if count else -1)

    def _step(self, step: int) -> None:
        count = self._paper.search.count() if self._paper is not None else 0
        if count:
            self._result = (self._result + step) % count
            self._tell_found()

    def _stop_finding(self) -> None:
        if self._paper is not None:
            self._paper.search.setSearchString("")
        self._view.show_result(-1)
        self._view.setFocus()
