"""A month to pick a day from."""

from PySide6.QtCore import QDate, QPoint, Qt, Signal
from PySide6.QtGui import QColor, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QVBoxLayout, QWidget

from casebook.ui.theme import tokens_of
from casebook.ui.widgets.look import with_look


class CalendarPopup(QFrame):
    """Closes when a day is picked, on Escape, and on a click elsewhere."""

    chosen = Signal(QDate)

    def __init__(self, day: QDate, parent: QWidget) -> None:
        """Opens with `day` selected."""
        super().__init__(parent, Qt.WindowType.Popup)
        with_look(self, "popup")
        self.setObjectName("calendar")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._calendar = QCalendarWidget(self)
        self._calendar.setSelectedDate(day)
        self._calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self._calendar.setAccessibleName(self.tr("Day"))
        plain = QTextCharFormat()
        plain.setForeground(QColor(tokens_of(parent).ink))
        for weekend in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self._calendar.setWeekdayTextFormat(weekend, plain)
        self._calendar.activated.connect(self._take)
        self._calendar.clicked.connect(self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 4)
        column.addWidget(self._calendar)
        self.setFocusProxy(self._calendar)

    def show_under(self, widget: QWidget) -> None:
        """Hang below a widget, or stand above it where the screen ends."""
        self.adjustSize()
        room = widget.screen().availableGeometry()
        place = widget.mapToGlobal(QPoint(0, widget.height() + 2))
        if place.y() + self.height() > room.bottom():
            place.setY(widget.mapToGlobal(QPoint(0, 0)).y() - self.height() - 2)
        place.setX(max(min(place.x(), room.right() - self.width()), room.left()))
        self.move(place)
        self.show()
        self._calendar.setFocus()

    def _take(self, day: QDate) -> None:
        self.close()
        self.chosen.emit(day)
