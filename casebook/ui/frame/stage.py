"""The part of the window where workspaces stand; each is made when it is first gone to."""

from collections.abc import Callable, Mapping
from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from casebook.ui.workspace import Workspace

Makers = Mapping[str, Callable[[], QWidget]]
"""What makes the page of each key."""


class Stage(QStackedWidget):
    """Emits `arrived` with the key of the page that has come to the front, `chosen` when its selection changed."""

    arrived = Signal(str)
    chosen = Signal()

    def __init__(self, makers: Makers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._makers = makers
        self._pages: dict[str, QWidget] = {}
        self.current_key = ""

    def go(self, key: str) -> QWidget:
        """Bring a page to the front, making it first if need be."""
        page = self.page(key)
        changed = key != self.current_key
        self.current_key = key
        self.setCurrentWidget(page)
        if changed:
            self.arrived.emit(key)
            if isinstance(page, Workspace):
                page.arrive()
        return page

    def page(self, key: str) -> QWidget:
        """The page of a key, made on first use.

        Raises:
            KeyError: there is no such page.
        """
        if key not in self._pages:
            page = self._makers[key]()
            page.setObjectName(f"page-{key}")
            self._pages[key] = page
            self.addWidget(page)
            if isinstance(page, Workspace):
                page.selection_changed.connect(self.chosen)
        return self._pages[key]

    @property
    def workspace(self) -> Workspace | None:
        """The workspace in front; None for a page that is not one."""
        page = self.currentWidget()
        return page if isinstance(page, Workspace) else None

    def walk_panes(self, step: int) -> None:
        """Put the focus into the next (1) or previous (-1) pane of the page in front: those with the property
        "pane", in reading order."""
        page = self.currentWidget()
        if page is None:
            return
        panes = [item for item in page.findChildren(QWidget) if item.property("pane") and item.isVisible()]
        if not panes:
            return
        ahead = -1 if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else 1
        places = {id(pane): pane.mapTo(page, pane.rect().center()) for pane in panes}
        panes.sort(key=lambda pane: (ahead * places[id(pane)].x(), places[id(pane)].y()))
        focus = self.window().focusWidget()
        here = next((at for at, pane in enumerate(panes) if focus is pane or pane.isAncestorOf(focus)), -step)
        pane = panes[(here + step) % len(panes)]
        target = pane if pane.focusPolicy() else _stop_in(pane)
        if target is not None:
            target.setFocus()


def _stop_in(pane: QWidget) -> QWidget | None:
    """The widget in a pane that had the focus last, else the first one that the Tab key stops at."""
    last = cast("QWidget | None", pane.focusWidget())
    stops = pane.findChildren(QWidget)
    for widget in stops if last is None else [last, *stops]:
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and widget.isEnabled():
            return widget
    return None
