import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from casebook import paths
from casebook.exchange.case_reading import read_file
from casebook.ui.likeness.likeness_list import LikenessList
from casebook.ui.likeness.similar_cases import SimilarCases


@pytest.fixture
def dialog(workbench, liberia, qtbot):
    for name in ("sierra-leone", "iraq"):
        (case,) = read_file(paths.resources() / "sample" / f"{name}.json")
        workbench.library.cases.save(None, case)
    made = SimilarCases(workbench, liberia.id, "Liberia")
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: bool(listed(made).rows), timeout=10_000)
    return made


def listed(dialog):
    return dialog.findChild(LikenessList, "similar-cases")


def test_the_most_alike_come_first_with_their_reasons(dialog):
    rows = listed(dialog).rows
    assert [row.heads[0][1] for row in rows] == ["SL-1999-001", "IQ-2003-001"]
    assert "ECOWAS" in rows[0].reasons


def test_enter_opens_the_chosen_one(dialog, qtbot):
    with qtbot.waitSignal(dialog.case_wanted) as wanted:
        qtbot.keyClick(listed(dialog), Qt.Key.Key_Return)
    assert wanted.args == [listed(dialog).rows[0].ids[0]] and not dialog.isVisible()


def test_the_chosen_ones_are_compared_beside_the_case(dialog, liberia, qtbot):
    qtbot.keyClick(listed(dialog), Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert not dialog.findChild(QPushButton, "similar-open").isEnabled()
    with qtbot.waitSignal(dialog.compare_wanted) as wanted:
        qtbot.mouseClick(dialog.findChild(QPushButton, "similar-compare"), Qt.MouseButton.LeftButton)
    assert wanted.args == [(liberia.id, *(row.ids[0] for row in listed(dialog).rows))]


def test_a_case_alone_in_its_library_has_none_like_it(workbench, liberia, qtbot):
    dialog = SimilarCases(workbench, liberia.id, "Liberia")
    qtbot.addWidget(dialog)
    dialog.show()
    told = "No case is like this one yet."
    qtbot.waitUntil(lambda: any(label.text() == told for label in dialog.findChildren(QLabel)))
    assert not dialog.findChild(QPushButton, "similar-compare").isEnabled()


def test_closing_it_stops_the_search(workbench, liberia, qtbot):
    dialog = SimilarCases(workbench, liberia.id, "Liberia")
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not workbench.tasks.running)
    assert not dialog.isVisible() and listed(dialog).rows == ()
