"""A list of cards as wide as the list."""

from PySide6.QtCore import QSize, QStringListModel
from PySide6.QtWidgets import QApplication, QStyledItemDelegate

from casebook.ui.widgets.card_list import NARROWEST, CardList, card_width


class Cards(QStyledItemDelegate):
    """Cards that are the higher the narrower they are."""

    def sizeHint(self, option, index):
        width = card_width(option)
        return QSize(width, 40 if width > 250 else 80)


def shown(qtbot, width, count=3):
    view = CardList()
    view.setModel(QStringListModel([str(number) for number in range(count)], view))
    view.setItemDelegate(Cards(view))
    qtbot.addWidget(view)
    view.resize(width, 400)
    with qtbot.waitExposed(view):
        view.show()
    return view


def row(view, at):
    return view.visualRect(view.model().index(at, 0))


def test_cards_are_as_wide_as_the_list(look, qtbot):
    view = shown(qtbot, 300)
    assert row(view, 0).width() == view.viewport().width()
    assert row(view, 1).top() == row(view, 0).bottom() + 1


def test_heights_follow_the_width(look, qtbot):
    view = shown(qtbot, 300)
    assert row(view, 0).height() == 40
    view.resize(200, 400)
    qtbot.waitUntil(lambda: row(view, 0).height() == 80)
    view.resize(300, 400)
    qtbot.waitUntil(lambda: row(view, 0).height() == 40)


def test_a_scroll_bar_takes_its_room_from_the_cards(look, qtbot):
    view = shown(qtbot, 300, count=40)
    qtbot.waitUntil(lambda: row(view, 0).width() == view.viewport().width())
    assert view.viewport().width() < 300
    assert not view.horizontalScrollBar().isVisible()


def test_without_a_list_a_card_has_a_width_all_the_same(look):
    class Option:
        widget = None

    assert card_width(Option()) == NARROWEST


def test_a_card_that_keeps_its_height_is_only_drawn_anew(look, qtbot):
    view = shown(qtbot, 300)
    delegate = view.itemDelegate()
    asked = []
    delegate.sizeHint = lambda option, index: (asked.append(index.row()), QSize(300, 40))[1]
    QApplication.processEvents()
    asked.clear()
    view.model().setData(view.model().index(1), "one more")
    QApplication.processEvents()
    assert 0 not in asked
    delegate.sizeHint = lambda option, index: QSize(300, 90 if index.row() == 1 else 40)
    view.model().setData(view.model().index(1), "high")
    qtbot.waitUntil(lambda: row(view, 2).top() == 40 + 90)
    delegate.sizeHint = lambda option, index: QSize(300, 60 if index.row() == 2 else 40)
    view.model().setData(view.model().index(2), "last")
    qtbot.waitUntil(
        lambda: view.contentsSize().height() == 40 + 90 + 60 or view.contentsSize().height() == 140
    )
    assert row(view, 2).height() == 60
