"""What a group of children asks of a view."""

import pytest

from casebook.domain.case import Case
from casebook.ui.write.nested_view import NestedView
from casebook.ui.write.record_view import RecordView


def test_the_view_of_a_record_is_one():
    assert issubclass(RecordView, NestedView)


def test_a_bare_one_can_do_nothing(qtbot):
    view = NestedView()
    qtbot.addWidget(view)
    for ask in (lambda: view.show_record(Case(), "x"), lambda: view.reveal(Case(), [], ""), view.flush):
        with pytest.raises(NotImplementedError):
            ask()
