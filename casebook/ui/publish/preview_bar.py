"""The bar above the pages: which page, which case, previous and next, find, and the size."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from casebook.ui.icons import set_icon
from casebook.ui.widgets.elided_label import ElidedLabel
from casebook.ui.widgets.look import with_look


class PreviewBar(QFrame):
    """Only says what is wanted; the preview does it."""

    page_wanted = Signal(int)
    """A step: -1 or 1."""
    zoom_wanted = Signal(int)
    """A step: -1 or 1; 0 for the printed size."""
    width_wanted = Signal()
    find_wanted = Signal()
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
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 8, 12, 8)
        row.setSpacing(4)
        row.addWidget(self._where, 2)
        row.addWidget(self._cases, 3)
        self._add("previous-page", "chevron-up", self.tr("Previous page"), lambda: self.page_wanted.emit(-1))
        self._add("next-page", "chevron-down", self.tr("Next page"), lambda: self.page_wanted.emit(1))
        self._add("find-pages", "search", self.tr("Find in the pages (Ctrl+F)"), self.find_wanted.emit)
        row.addSpacing(8)
        self._add("zoom-out", "minus", self.tr("Smaller pages (Ctrl+−)"), lambda: self.zoom_wanted.emit(-1))
        row.addWidget(self._size)
        self._add("zoom-in", "plus", self.tr("Larger pages (Ctrl++)"), lambda: self.zoom_wanted.emit(1))
        self._add("fit-width", "fit-width", self.tr("Fit the width"), self.width_wanted.emit)
        self.show_cases((), 0)
        self.show_page(0, 0)
        self.show_zoom(1.0)

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

    def _add(self, name: str, icon: str, words: str, do: Callable[[], object]) -> None:
        button = with_look(QToolButton(), "")
        button.setObjectName(name)
        button.setToolTip(words)
        button.setAccessibleName(words)
        set_icon(button, icon)
        button.clicked.connect(lambda: do())
        layout = self.layout()
        if layout is not None:
            layout.addWidget(button)
