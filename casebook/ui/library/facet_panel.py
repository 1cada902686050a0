"""One facet beside the list: its values with how many cases each would leave; any number can be ticked."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from casebook.services.panels import Counted, Panel
from casebook.ui.i18n import translated
from casebook.ui.widgets.line_delegate import NOTE_ROLE, LineDelegate
from casebook.ui.widgets.look import with_look

FEW = 5
"""Values seen at first."""
MOST = 300
"""Values listed at most; the rest is found by typing."""
MOST_LINES = 12
"""Values seen without scrolling within the panel."""


class FacetPanel(QFrame):
    """Emits `ticked(value, on)`."""

    ticked = Signal(str, bool)

    def __init__(self, panel: Panel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.panel = panel
        self._values: list[Counted] = []
        self._ticked: frozenset[str] = frozenset()
        self._all = False
        self._head = _Head(translated(panel.title).upper())
        self._head.setObjectName(f"facet-head-{panel.key}")
        self._head.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._head.setCheckable(True)
        self._head.setChecked(panel.open)
        self._head.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._head.toggled.connect(lambda _on: self._show())
        self._list: _Values | None = None
        self._more = with_look(QToolButton(), "quiet")
        self._more.setObjectName(f"facet-more-{panel.key}")
        self._more.clicked.connect(self._show_all)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(2)
        for widget in (self._head, self._more):
            column.addWidget(widget)
        self._show()

    def show_values(self, values: Sequence[Counted], ticked: frozenset[str]) -> None:
        """Show values in this order; the panel hides while it has none."""
        if (list(values), ticked) != (self._values, self._ticked):
            self._values, self._ticked = list(values), ticked
            self._show()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _show(self) -> None:
        opened = self._head.isChecked() or bool(self._ticked)
        self._head.setArrowType(Qt.ArrowType.DownArrow if opened else self._sideways)
        few = [one for at, one in enumerate(self._values) if at < FEW or one.value in self._ticked]
        if opened or self._list is not None:
            self._fill(self._values[:MOST] if self._all else few, opened=opened)
        rest = min(len(self._values), MOST) - len(few)
        self._more.setText(self.tr("Fewer") if self._all else self.tr("{} more…").format(rest))
        self._more.setVisible(opened and rest > 0)
        self.setVisible(bool(self._values))
        self._fit()

    def _fill(self, shown: Sequence[Counted], *, opened: bool) -> None:
        held = self._list = self._list or self._made_list()
        before = held.current_value()
        held.clear()
        for one in shown if opened else ():
            item = self._item(one)
            held.addItem(item)
            if one.value == before:
                held.setCurrentItem(item)
        held.setVisible(opened and bool(shown))

    def _made_list(self) -> "_Values":
        """Made when the panel is first opened: most never are, and each list takes its memory."""
        made = with_look(_Values(), "lists")
        made.setObjectName(f"facet-{self.panel.key}")
        made.setAccessibleName(translated(self.panel.title))
        made.pressed_on.connect(self._toggle)
        column = self.layout()
        if isinstance(column, QVBoxLayout):
            column.insertWidget(1, made)
        return made

    def _item(self, one: Counted) -> QListWidgetItem:
        on = one.value in self._ticked
        item = QListWidgetItem(f"✓ {one.label}" if on else one.label)
        item.setData(Qt.ItemDataRole.UserRole, one.value)
        item.setData(NOTE_ROLE, f"{one.number:n}")
        item.setToolTip(one.path)
        state = self.tr("chosen") if on else self.tr("not chosen")
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{one.label}: {one.number}, {state}")
        return item

    def _fit(self) -> None:
        if self._list is not None:
            line = max(self._list.sizeHintForRow(0), self.fontMetrics().height())
            self._list.setFixedHeight(line * min(self._list.count(), MOST_LINES) + 2)

    def _toggle(self, value: str) -> None:
        self.ticked.emit(value, value not in self._ticked)

    def _show_all(self) -> None:
        self._all = not self._all
        self._show()

    @property
    def _sideways(self) -> Qt.ArrowType:
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        return Qt.ArrowType.LeftArrow if mirrored else Qt.ArrowType.RightArrow


class _Head(QToolButton):
    """A heading that opens and closes what is below; cut short where there is no room for all of it."""

    def __init__(self, words: str) -> None:
        super().__init__()
        with_look(self, "caps")
        self._words = words
        self.setText(words)
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.width() - 2 * self.iconSize().width()
        shown = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        if shown != self.text():
            self.setText(shown)
            self.setToolTip("" if shown == self._words else self._words)


class _Values(QListWidget):
    """Emits `pressed_on(value)` for a click, Space or Enter."""

    pressed_on = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("pane", True)
        self.setItemDelegate(LineDelegate(self))
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QListWidget.SelectionMode.NoSelection)
        self.itemClicked.connect(self._press)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._press(self.currentItem())
        else:
            super().keyPressEvent(event)

    def current_value(self) -> str:
        """The value the keyboard is at; empty for none."""
        at = self.currentRow()
        return str(self.item(at).data(Qt.ItemDataRole.UserRole)) if at >= 0 else ""

    def sizeHint(self) -> QSize:
        return QSize(120, super().sizeHint().height())

    def _press(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.pressed_on.emit(item.data(Qt.ItemDataRole.UserRole))
