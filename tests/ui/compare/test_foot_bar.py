from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from casebook.domain.synthesis import Progress
from casebook.ui.compare.foot_bar import FootBar


def test_it_explains_every_sign_and_counts_what_is_left(look, qtbot):
    bar = FootBar()
    qtbot.addWidget(bar)
    bar.show()
    words = " ".join(label.text() for label in bar.findChildren(QLabel))
    for sign in (
        "● shared by all",
        "◐",
        "○ only here",
        "≠",
        "— not recorded",
        "∅",
        "n/a",
        "▒ withheld",
        "weak",
    ):
        assert sign in words
    bar.show_progress(Progress(decided=4, waiting=2, open=31))
    assert bar.findChild(QLabel, "decided").text() == "4 of 37 rows decided · 2 need information"
    bar.show_hidden(0)
    hidden = bar.findChild(object, "hidden-rows")
    assert not hidden.isVisible()
    bar.show_hidden(1)
    assert hidden.text() == "1 row hidden"
    with qtbot.waitSignal(bar.clear_wanted):
        qtbot.mouseClick(hidden, Qt.MouseButton.LeftButton)
