"""Which list: its file, sheet and headings, and where its rows go."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel

from casebook.domain.list_file import ListFile
from casebook.ui.lists.list_source import ListSource
from casebook.ui.widgets.elided_label import ElidedLabel

LISTED = ListFile(name="x", columns=("A",), rows=(("a",),), numbers=(2,), sheet="Two", sheets=("One", "Two"))


@pytest.fixture
def source(workbench, qtbot):
    made = ListSource(workbench)
    qtbot.addWidget(made)
    made.show()
    return made


def test_before_a_file_it_says_what_is_wanted(source):
    assert "one row for each case" in source.findChild(QLabel, "row-count").text()
    assert not source.findChild(QCheckBox, "headings").isEnabled()
    assert not source.findChild(QComboBox, "sheet").isVisible()


def test_a_workbook_offers_its_sheets(source, tmp_path, qtbot):
    source.show_file(tmp_path / "list.xlsx")
    assert source.findChild(ElidedLabel, "file").full_text == "list.xlsx"
    source.show_list(LISTED)
    sheet = source.findChild(QComboBox, "sheet")
    assert sheet.isVisible() and sheet.currentText() == "Two"
    assert source.findChild(QLabel, "row-count").text() == "1 row, 1 column."
    with qtbot.waitSignal(source.sheet_chosen) as chosen:
        qtbot.keyClick(sheet, Qt.Key.Key_Up)
    assert chosen.args == ["One"]


def test_rows_can_go_into_the_sections_of_the_open_case(source, qtbot):
    into = source.findChild(QComboBox, "into")
    assert into.itemText(0) == "New cases" and into.findData("timeline") > 0
    assert into.itemText(into.findData("timeline")).startswith("Timeline of “Liberia")
    assert into.findData("attachments") == -1
    with qtbot.waitSignal(source.into_chosen) as chosen:
        qtbot.keyClick(into, Qt.Key.Key_Down)
    assert chosen.args == [into.currentData()]
    source.show_into("lessons")
    assert into.currentData() == "lessons"


def test_headings_are_told(source, qtbot):
    source.show_list(LISTED)
    with qtbot.waitSignal(source.headings_set) as told:
        qtbot.keyClick(source.findChild(QCheckBox, "headings"), Qt.Key.Key_Space)
    assert told.args == [False]


def test_without_a_case_there_are_only_new_cases(workbench, qtbot):
    workbench.close_case()
    alone = ListSource(workbench)
    qtbot.addWidget(alone)
    assert alone.findChild(QComboBox, "into").count() == 1
