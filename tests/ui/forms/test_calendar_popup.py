"""The month to pick a day from."""

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QCalendarWidget, QPushButton

from casebook.ui.forms.calendar_popup import CalendarPopup


def test_it_opens_on_its_day_near_its_owner_and_gives_the_day_picked(look, qtbot):
    owner = QPushButton("When")
    qtbot.addWidget(owner)
    owner.show()
    popup = CalendarPopup(QDate(2003, 8, 18), owner)
    popup.show_under(owner)
    calendar = popup.findChild(QCalendarWidget)
    assert calendar.selectedDate() == QDate(2003, 8, 18)
    assert owner.screen().availableGeometry().contains(popup.geometry())
    with qtbot.waitSignal(popup.chosen) as chosen:
        qtbot.keyClick(calendar.focusProxy() or calendar, Qt.Key.Key_Return)
    assert chosen.args == [QDate(2003, 8, 18)]
    assert not popup.isVisible()
