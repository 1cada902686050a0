"""What a drag of cases carries."""

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QWidget

from casebook.ui.organise.case_drag import CASES_MIME, case_drag, cases_data, dragged_cases


def test_ids_arrive_as_they_were_sent(look, qtbot):
    source = QWidget()
    qtbot.addWidget(source)
    ids = tuple(f"id-{at}" for at in range(10_000))
    drag = case_drag(source, ids)
    assert dragged_cases(drag.mimeData()) == ids
    assert not drag.pixmap().isNull()


@pytest.mark.parametrize("held", [b"", b"{", b"7", b'{"a": 1}', b"\xff", b"[" * 100_000])
def test_what_is_not_a_list_of_ids_is_nothing(held):
    data = QMimeData()
    data.setData(CASES_MIME, held)
    assert dragged_cases(data) == ()


def test_only_words_count_as_ids():
    data = cases_data([])
    assert dragged_cases(data) == ()
    data.setData(CASES_MIME, b'["a", 1, null, "b"]')
    assert dragged_cases(data) == ("a", "b")
