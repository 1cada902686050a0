"""The constants outlast any number of calls into Qt."""

import sys

from PySide6.QtCore import QAbstractListModel, QModelIndex

from casebook.ui.lasting import ALWAYS_THERE, keep_constants


class Silent(QAbstractListModel):
    """Has nothing to say for any role."""

    def rowCount(self, parent=QModelIndex()):  # noqa: B008
        return 1

    def data(self, index, role=0):
        return None


def test_the_constants_cannot_be_used_up(qapp):
    keep_constants()
    assert all(sys.getrefcount(constant) >= ALWAYS_THERE for constant in (None, True, False, NotImplemented))


def test_a_window_may_ask_for_nothing_a_hundred_thousand_times(qapp):
    keep_constants()
    model = Silent()
    index = model.index(0)
    answers = [index.data(role) for role in range(300, 100_300)]
    assert set(answers) == {None}
    assert sys.getrefcount(None) > ALWAYS_THERE // 2


def test_doing_it_again_takes_nothing_away(qapp):
    keep_constants()
    before = sys.getrefcount(None)
    keep_constants()
    assert sys.getrefcount(None) >= min(before, ALWAYS_THERE)
