from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget

from casebook.ui.vocabulary.list_pane import ListPane, ListRow
from casebook.ui.widgets.line_delegate import NOTE_ROLE

ROWS = [ListRow("challenge", "Challenges", 36, False), ListRow("era", "Eras", 3, True)]


def test_lists_with_their_size_and_whether_the_library_changed_them(look, qtbot):
    pane = ListPane()
    qtbot.addWidget(pane)
    pane.show_rows(ROWS)
    shown = pane.findChild(QListWidget, "word-lists")
    assert [shown.item(at).data(NOTE_ROLE) for at in range(2)] == ["36", "● 3"]
    assert "words of its own" in shown.item(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert pane.current == "challenge"


def test_the_one_looked_at_stays_when_shown_anew(look, qtbot):
    pane = ListPane()
    qtbot.addWidget(pane)
    pane.show_rows(ROWS)
    with qtbot.waitSignal(pane.chosen) as chosen:
        pane.choose("era")
    pane.show_rows([ROWS[0], ListRow("era", "Ages", 4, True)])
    assert chosen.args == ["era"] and pane.current == "era"
    assert pane.findChild(QListWidget).currentItem().text() == "Ages"


def test_no_list_is_looked_at_when_there_is_none(look, qtbot):
    pane = ListPane()
    qtbot.addWidget(pane)
    pane.show_rows([])
    assert pane.current == ""
