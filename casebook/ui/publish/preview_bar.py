"""The bar above the pages: which page, which case, previous and next, find, and the size."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QFrame, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from casebook.ui.icons import set_icon
from casebook.ui.widgets.chip import Chip
from casebook.ui.widgets.elided_label import ElidedLabel
from casebook.ui.widgets.flow_layout import FlowLayout
from casebook.ui.widgets.look import with_look

WORDS = 26
"""Average letters that the words before the buttons need at least."""


class PreviewBar(QFrame):
    """Only says what is wanted; the preview does it."""

    page_wanted = Signal(int)
    """A step: -1 or 1."""
    zoom_wanted = Signal(int)
    """A step: -1 or 1; 0 for the printed size."""
    width_wanted = Signal()
    find_wanted = Signal()
    strip_wanted = Signal()
    """The small pages are to be shown or put away, as `wants_strip` says."""
    case_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        with_look(self, "bar")
        self._where = with_look(ElidedLabel(), "muted")
        self._where.setObjectName("preview-page")
        self._cases = QComboBox()
        self._cases.setObjectName("preview-case")
        self._cases.setAccessibleName(self.tr("Case shown in the preview"))
        self._cases.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._cases.activated.connect(self.case_wanted)
        self._size = QToolButton()
        self._size.setObjectName("preview-zoom")
        self._size.setToolTip(self.tr("Show the pages in their printed size (Ctrl+0)"))
        self._size.clicked.connect(lambda: self.zoom_wanted.emit(0))
        with_look(self._size, "plain")
        self._lay_out()
        self.show_cases((), 0)
        self.show_page(0, 0)
        self.show_zoom(1.0)
        self.show_budget(0, 0)

    @property
    def wants_strip(self) -> bool:
        """Whether the small pages are to be seen."""
        return self._strip.isChecked()

    def offer_strip(self, offered: bool) -> None:
        """Whether there is room for the small pages at all."""
        self._strip.setVisible(offered)

    def show_budget(self, pages: int, most: int) -> None:
        """Say how many of its pages a report has filled; 0 for one that may have any number."""
        self._budget.setVisible(most > 0 and pages > 0)
        over = pages - most
        if over > 0:
            self._budget.show_term(self.tr("{} of {} pages: {} too many").format(pages, most, over), "danger")
        elif most == 1:
            self._budget.show_term(self.tr("Fits on its page"), "ok")
        else:
            self._budget.show_term(self.tr("{} of {} pages").format(pages, most), "ok")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is no room for words and buttons side by side, the buttons stand below."""
        super().resizeEvent(event)
        needed = self._tools.sizeHint().width() + WORDS * self.fontMetrics().averageCharWidth()
        narrow = self.width() < needed
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)

    def show_page(self, page: int, pages: int) -> None:
        """Say which page is being read, counted from 0; nothing can be paged through or sized when there is none."""
        self._where.setText(
            self.tr("Preview · page {} of {}").format(page + 1, pages) if pages else self.tr("Preview")
        )
        for button in self.findChildren(QToolButton):
            button.setEnabled(pages > 0)

    def show_zoom(self, zoom: float) -> None:
        """Say how large the pages are; 1.0 is as printed."""
        self._size.setText(self.tr("{} %").format(round(zoom * 100)))
        self._size.setAccessibleName(self.tr("Size of the pages: {} %").format(round(zoom * 100)))

    def show_cases(self, titles: Sequence[str], shown: int) -> None:
        """Offer the cases by title when there are several."""
        self._cases.clear()
        for at, title in enumerate(titles):
            self._cases.addItem(self.tr("{} of {} cases: {}").format(at + 1, len(titles), title))
        self._cases.setCurrentIndex(shown)
        self._cases.setVisible(len(titles) > 1)

    def _lay_out(self) -> None:
        self._strip = self._button(
            "show-thumbnails", "sidebar", self.tr("Show the pages small"), self.strip_wanted.emit
        )
        self._strip.setCheckable(True)
        self._strip.setChecked(True)
        self._strip.hide()
        self._budget = Chip()
        self._budget.setObjectName("preview-budget")
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self._strip)
        head.addWidget(self._where, 2)
        head.addWidget(self._budget)
        head.addWidget(self._cases, 3)
        self._tools = QWidget()
        tools = FlowLayout(self._tools, spacing=4, spread=True)
        for tool in (
            self._button(
                "previous-page", "chevron-up", self.tr("Previous page"), lambda: self.page_wanted.emit(-1)
            ),
            self._button("next-page", "chevron-down", self.tr("Next page"), lambda: self.page_wanted.emit(1)),
            self._button(
                "find-pages", "search", self.tr("Find in the pages (Ctrl+F)"), self.find_wanted.emit
            ),
            self._button(
                "zoom-out", "minus", self.tr("Smaller pages (Ctrl+−)"), lambda: self.zoom_wanted.emit(-1)
            ),
            self._size,
            self._button(
                "zoom-in", "plus", self.tr("Larger pages (Ctrl++)"), lambda: self.zoom_wanted.emit(1)
            ),
            self._button("fit-width", "fit-width", self.tr("Fit the width"), self.width_wanted.emit),
        ):
            tools.addWidget(tool)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(18, 8, 12, 8)
        self._row.setSpacing(4)
        self._row.addLayout(head, 1)
        self._row.addWidget(self._tools)

    def _button(self, name: str, icon: str, words: str, do: Callable[[], object]) -> QToolButton:
        button = with_look(QToolButton(), "")
        button.setObjectName(name)
        button.setToolTip(words)
        button.setAccessibleName(words)
        set_icon(button, icon)
        button.clicked.connect(lambda: do())
        return button
