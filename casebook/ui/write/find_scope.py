"""Where to look in a case: everywhere, in the section that is shown, or in some sections."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolButton, QWidget

from casebook.ui.widgets.look import with_look


class FindScope(QToolButton):
    """A button that says where is looked, with a menu of the parts and sections to tick."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Looks everywhere."""
        super().__init__(parent)
        self.shown = ""
        """The part or section on the page."""
        with_look(self, "menu").setObjectName("find-scope")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._menu = _TickMenu(self)
        self._menu.setObjectName("find-scope-menu")
        self.setMenu(self._menu)
        self._all = self._menu.addAction(self.tr("All sections"))
        self._all.setObjectName("find-everywhere")
        self._all.triggered.connect(lambda: self.set_roots(()))
        self._here = self._menu.addAction(self.tr("The section shown"))
        self._here.setObjectName("find-here")
        self._here.triggered.connect(lambda: self.set_roots((self.shown,)))
        self._menu.addSeparator()
        self._ticks: dict[str, QAction] = {}
        self._say()

    @property
    def roots(self) -> tuple[str, ...]:
        """Keys of the parts and sections to look in; empty for all."""
        return tuple(key for key, tick in self._ticks.items() if tick.isChecked())

    def offer(self, titles: Sequence[tuple[str, str]]) -> None:
        """Offer these parts and sections as (key, title); what was ticked stays so."""
        if [key for key, _title in titles] == list(self._ticks):
            return
        for tick in self._ticks.values():
            self._menu.removeAction(tick)
        self._ticks = {key: self._tick(key, title) for key, title in titles}
        self._say()

    def set_roots(self, roots: Sequence[str]) -> None:
        """Look in these parts and sections; in all when there are none."""
        before = self.roots
        for key, tick in self._ticks.items():
            tick.setChecked(key in roots)
        self._say()
        if self.roots != before:
            self.changed.emit()

    def _tick(self, key: str, title: str) -> QAction:
        action = self._menu.addAction(title.replace("&", "&&"))
        action.setObjectName(f"find-in-{key}")
        action.setCheckable(True)
        action.triggered.connect(self._ticked)
        return action

    def _ticked(self) -> None:
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        ticked = [tick.text() for tick in self._ticks.values() if tick.isChecked()]
        words = self._all.text()
        if ticked:
            words = ticked[0] if len(ticked) == 1 else self.tr("{} sections").format(len(ticked))
        self.setText(words)
        self.setAccessibleName(self.tr("Look in: {}").format(words.replace("&&", "&")))


class _TickMenu(QMenu):
    """Stays open while one ticks."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not _ticked(self.actionAt(event.position().toPoint())):
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Space or not _ticked(self.activeAction()):
            super().keyPressEvent(event)


def _ticked(action: QAction | None) -> bool:
    """Tick an action, or untick it; False when there is nothing to tick."""
    if action is None or not action.isCheckable():
        return False
    action.trigger()
    return True
