import shutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QWidget

from casebook import paths
from casebook.publishing import pandoc
from casebook.publishing.look import Lettering, Look, Paper
from casebook.publishing.order import never
from casebook.publishing.slide_masters import pattern_of
from casebook.services.house_style import house_look, keep_house_look
from casebook.storage.library import Library
from casebook.ui.frame.house_style import HouseStyle
from casebook.ui.frame.page_sample import PageSample


@pytest.fixture
def house(workbench, qtbot):
    made = HouseStyle(workbench)
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    return made


def press(house, qtbot, name):
    qtbot.mouseClick(house.findChild(QPushButton, name), Qt.MouseButton.LeftButton)


def test_what_is_typed_is_kept_in_the_library_and_shown_on_the_page(house, workbench, qtbot):
    line = house.findChild(QLineEdit, "house-organisation")
    qtbot.keyClicks(line, "Peace Centre")
    with qtbot.waitSignal(house.changed):
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert house_look(workbench.library).organisation == "Peace Centre"
    assert "Peace Centre" in house.findChild(PageSample).accessibleDescription()


def test_a_logo_is_taken_from_a_file_and_its_removal_can_be_undone(house, workbench, qtbot, answers):
    answers.choose_files(str(paths.resources() / "icons" / "casebook.svg"))
    with qtbot.waitSignal(house.changed, timeout=10_000):
        press(house, qtbot, "house-logo-choose")
    assert house_look(workbench.library).logo
    assert house.findChild(QLabel, "house-logo-state").text() == "Chosen"
    with qtbot.waitSignal(workbench.told) as told:
        press(house, qtbot, "house-logo-remove")
    assert house_look(workbench.library).logo == ""
    told.args[1]()
    assert house_look(workbench.library).logo


def test_the_layouts_of_a_presentation_are_taken_and_their_removal_can_be_undone(
    house, workbench, qtbot, answers, tmp_path
):
    pandoc.run(("-o", "ours.pptx", "--print-default-data-file=reference.pptx"), tmp_path, never)
    answers.choose_files(str(tmp_path / "ours.pptx"))
    with qtbot.waitSignal(house.changed, timeout=10_000):
        press(house, qtbot, "house-slide-masters-choose")
    assert pattern_of(house_look(workbench.library).slide_masters) is not None
    assert house.findChild(QLabel, "house-slide-masters-state").text() == "Chosen"
    with qtbot.waitSignal(workbench.told) as told:
        press(house, qtbot, "house-slide-masters-remove")
    assert house_look(workbench.library).slide_masters == "" and "layouts" in told.args[0]
    told.args[1]()
    assert house_look(workbench.library).slide_masters


def test_a_file_that_is_no_picture_is_refused_in_one_sentence(house, workbench, qtbot, answers, tmp_path):
    bad = tmp_path / "notes.png"
    bad.write_text("no picture", encoding="utf-8")
    answers.choose_files(str(bad))
    with qtbot.waitSignal(workbench.problem, timeout=10_000) as problem:
        press(house, qtbot, "house-logo-choose")
    assert "“notes.png” is not a picture" in problem.args[0]
    assert house.findChild(QLabel, "house-logo-state").text() == "None"


def test_a_citation_style_is_added_and_chosen(house, workbench, qtbot, answers, tmp_path):
    file = tmp_path / "field.csl"
    shutil.copy(paths.resources() / "csl" / "apa.csl", file)
    answers.choose_files(str(file))
    try:
        with qtbot.waitSignal(house.changed, timeout=10_000):
            press(house, qtbot, "house-add-style")
        assert house_look(workbench.library).citation_style == "field"
        assert house.findChild(QComboBox, "house-citation-style").currentData() == "field"
    finally:
        shutil.rmtree(paths.user_styles())


def test_it_follows_the_library_that_is_open(house, workbench, tmp_path):
    with Library.create(tmp_path / "other.casebook") as other:
        keep_house_look(other, Look(organisation="Other house"))
    workbench.set_library(Library.open(tmp_path / "other.casebook", read_only=True))
    line = house.findChild(QLineEdit, "house-organisation")
    assert line.text() == "Other house" and not line.isEnabled()
    workbench.set_library(None)
    assert not line.isVisible()
    assert "Open a library" in house.findChild(QLabel, "house-hint").text()


def test_in_a_narrow_place_the_page_makes_room(house):
    sample = house.findChild(PageSample)
    assert sample.isVisible()
    house.resize(400, 700)
    assert not sample.isVisible() and isinstance(sample, QWidget)


def test_paper_and_letters_change_the_page_at_once(house, workbench, qtbot):
    sample = house.findChild(PageSample)
    high = sample.height()
    for name, value in (("house-paper", "letter"), ("house-lettering", "sans")):
        combo = house.findChild(QComboBox, name)
        combo.setCurrentIndex(combo.findData(value))
        combo.activated.emit(combo.currentIndex())
    assert sample.height() < high
    look = house_look(workbench.library)
    assert (look.paper, look.lettering) == (Paper.LETTER, Lettering.SANS)
