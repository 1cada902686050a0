import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from casebook.ui.library.mini_timeline import MiniTimeline
from casebook.ui.library.preview_pane import PreviewPane
from casebook.ui.widgets.card import Card
from casebook.ui.widgets.chip import Chip


@pytest.fixture
def pane(workbench, qtbot):
    made = PreviewPane(workbench)
    qtbot.addWidget(made)
    made.resize(320, 800)
    made.show()
    return made


def test_it_shows_what_a_case_is_about(pane, qtbot, liberia):
    pane.show_later(liberia.id)
    qtbot.waitUntil(lambda: pane.shown == liberia.id, timeout=3000)
    assert pane.findChild(QLabel, "preview-title").text() == liberia.title
    chips = {chip.text() for chip in pane.findChildren(Chip)}
    assert {"Published", "Public", "Liberia", "ECOWAS"} <= chips
    assert pane.findChildren(Card) and pane.findChild(MiniTimeline) is not None
    with qtbot.waitSignal(pane.open_wanted) as wanted:
        qtbot.mouseClick(pane.findChild(QPushButton, "preview-open"), Qt.MouseButton.LeftButton)
    assert wanted.args == [liberia.id]


def test_walking_fast_loads_only_where_one_rests(pane, qtbot, liberia):
    for _ in range(5):
        pane.show_later("somewhere else")
    pane.show_later(liberia.id)
    qtbot.waitUntil(lambda: pane.shown == liberia.id, timeout=3000)
    assert pane.shown == liberia.id


def test_a_case_that_is_gone_is_said_calmly(workbench, pane, qtbot):
    pane.show_later("01910000-0000-7000-8000-000000000000")
    qtbot.waitUntil(
        lambda: "case" in " ".join(label.text() for label in pane.findChildren(QLabel)), timeout=3000
    )
    assert pane.shown == ""


def test_nothing_is_wider_than_the_pane(pane, qtbot, liberia):
    pane.resize(240, 800)
    pane.show_later(liberia.id)
    qtbot.waitUntil(lambda: pane.shown == liberia.id, timeout=3000)
    assert pane.widget().width() <= pane.viewport().width()


def test_tags_stand_there_in_their_colours(pane, workbench, qtbot, liberia):
    pane.show_later(liberia.id)
    qtbot.waitUntil(lambda: pane.shown == liberia.id, timeout=3000)

    def states():
        return {chip.text(): chip.state for chip in pane.widget().findChildren(Chip)}

    assert states()[liberia.tags[0]] == "neutral"
    workbench.tag_colours.give(liberia.tags[:1], "violet", "")
    qtbot.waitUntil(lambda: states()[liberia.tags[0]] == "violet", timeout=3000)
