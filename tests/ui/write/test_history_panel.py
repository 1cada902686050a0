"""The change log beside the page: read when it is seen, a page at a time."""

import json
import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QTextEdit

from casebook.domain.changes import setting
from casebook.ui.write.history_model import HistoryRole
from casebook.ui.write.history_panel import HistoryPanel


@pytest.fixture
def panel(workbench, qtbot):
    made = HistoryPanel(workbench)
    qtbot.addWidget(made)
    made.resize(290, 700)
    return made


@pytest.fixture
def shown(panel, qtbot):
    with qtbot.waitExposed(panel):
        panel.show()
    return panel


def rate(workbench, severity):
    case = workbench.case
    workbench.apply(setting(case, case.challenges[0].id, "severity", severity))


def rename(workbench, title):
    case = workbench.case
    workbench.apply(setting(case, case.challenges[0].id, "title", title))
    workbench.flush()


def sentences(panel):
    return [entry.what for entry in panel.model.entries]


def choose(panel, row):
    panel.list.setFocus()
    panel.list.setCurrentIndex(panel.model.index(row))


def fill(workbench, count):
    """Give the open case a long history, day after day, straight in the file."""
    database = workbench.library._database
    change = json.dumps({"do": "create"})
    rows = [
        (f"id-{at:05d}", workbench.case.id, stamp, stamp, "Kofi", f"Change number {at}", change)
        for at in range(count)
        for stamp in [
            f"20{10 + at // 3650:02d}-{1 + at // 300 % 12:02d}-{1 + at // 10 % 28:02d}T08:00:00+00:00"
        ]
    ]
    with database.writing() as connection:
        connection.exec_driver_sql("DELETE FROM change_log")
        connection.exec_driver_sql(
            "INSERT INTO change_log (id, case_id, since, at, who, what, change) VALUES (?, ?, ?, ?, ?, ?, ?)",
            rows,
        )


def test_nothing_is_read_before_it_is_seen(panel, workbench, qtbot):
    rate(workbench, 1)
    assert panel.model.entries == []
    with qtbot.waitExposed(panel):
        panel.show()
    assert "Severity" in sentences(panel)[0]


def test_changes_stand_under_their_day_latest_first(shown, workbench, qtbot):
    rate(workbench, 1)
    rate(workbench, 2)
    qtbot.waitUntil(lambda: len(shown.model.entries) == 3)
    assert sentences(shown)[0].endswith("2 (limited)")
    day, first = shown.model.index(0), shown.model.index(1)
    assert day.data(HistoryRole.BYLINE) is None
    assert not day.flags() & Qt.ItemFlag.ItemIsSelectable
    assert first.data(HistoryRole.BYLINE).endswith("Ama Mensah")


def test_what_is_saved_while_it_is_seen_appears_and_the_choice_stays(shown, workbench, qtbot):
    rate(workbench, 1)
    qtbot.waitUntil(lambda: len(shown.model.entries) == 2)
    choose(shown, 1)
    chosen = shown.model.entry_at(1)
    rate(workbench, 2)
    qtbot.waitUntil(lambda: len(shown.model.entries) == 3)
    assert shown.detail.shown == chosen


def test_a_hidden_panel_catches_up_when_it_is_shown_again(shown, workbench, qtbot):
    shown.hide()
    rate(workbench, 1)
    assert len(shown.model.entries) == 1
    with qtbot.waitExposed(shown):
        shown.show()
    assert len(shown.model.entries) == 2


def test_the_detail_shows_before_and_after(shown, workbench, qtbot):
    old = workbench.case.challenges[0].title
    rename(workbench, "A new title")
    qtbot.waitUntil(lambda: len(shown.model.entries) == 2)
    assert not shown.detail.isVisible()
    choose(shown, 1)
    text = shown.findChild(QTextEdit, "change-detail").toPlainText()
    assert shown.detail.isVisible()
    assert old in text
    assert "A new title" in text
    assert text.index("Before") < text.index(old) < text.index("After")


def test_markup_in_a_change_is_shown_as_it_was_typed(shown, workbench, qtbot):
    rename(workbench, "<b>bold</b> & <img src=x>")
    qtbot.waitUntil(lambda: len(shown.model.entries) == 2)
    choose(shown, 1)
    assert "<b>bold</b> & <img src=x>" in shown.findChild(QTextEdit, "change-detail").toPlainText()


def test_a_change_is_copied_in_full_by_key_and_by_button(shown, workbench, qtbot):
    old = workbench.case.challenges[0].title
    rename(workbench, "A new title")
    qtbot.waitUntil(lambda: len(shown.model.entries) == 2)
    choose(shown, 1)
    QApplication.clipboard().clear()
    qtbot.keyClick(shown.list, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    by_key = QApplication.clipboard().text()
    assert "Ama Mensah" in by_key and f"Before: {old}" in by_key and "After: A new title" in by_key
    QApplication.clipboard().clear()
    qtbot.mouseClick(shown.findChild(QPushButton, "copy-change"), Qt.MouseButton.LeftButton)
    assert QApplication.clipboard().text() == by_key


def test_pages_are_read_on_demand(panel, workbench, qtbot):
    fill(workbench, 450)
    with qtbot.waitExposed(panel):
        panel.show()
    qtbot.waitUntil(lambda: len(panel.model.entries) == 200)
    older = panel.findChild(QPushButton, "show-older")
    assert older.isVisible()
    qtbot.mouseClick(older, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(panel.model.entries) == 400)
    qtbot.mouseClick(older, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(panel.model.entries) == 450)
    qtbot.waitUntil(lambda: not older.isVisible())
    assert sentences(panel) == [f"Change number {at}" for at in reversed(range(450))]


def test_ten_thousand_changes_hold_up_no_step(panel, workbench, qtbot):
    fill(workbench, 10_000)
    began = time.perf_counter()
    with qtbot.waitExposed(panel):
        panel.show()
    first = time.perf_counter() - began
    qtbot.waitUntil(lambda: len(panel.model.entries) == 200)
    assert first < 0.3
    older = panel.findChild(QPushButton, "show-older")
    steps = []
    for page in range(2, 8):
        began = time.perf_counter()
        older.click()
        steps.append(time.perf_counter() - began)
        qtbot.waitUntil(lambda page=page: len(panel.model.entries) == 200 * page)
    assert sorted(steps)[len(steps) // 2] < 0.1


def test_another_case_has_its_own_history(shown, workbench, qtbot):
    rate(workbench, 1)
    qtbot.waitUntil(lambda: len(shown.model.entries) == 2)
    workbench.close_case()
    assert shown.model.entries == []
    assert not shown.list.isVisible()
