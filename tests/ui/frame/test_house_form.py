import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QFontComboBox, QLabel, QLineEdit, QPushButton

from casebook.publishing.look import Lettering, Look, Paper
from casebook.services.house_style import citation_styles
from casebook.ui.frame.house_form import HouseForm


@pytest.fixture
def form(look, qtbot):
    made = HouseForm()
    qtbot.addWidget(made)
    made.show_look(Look(), citation_styles())
    made.show()
    return made


@pytest.fixture
def wishes(form):
    found = []
    form.wished.connect(found.append)
    return found


def typed(form, qtbot, name, text):
    line = form.findChild(QLineEdit, name)
    line.selectAll()
    qtbot.keyClicks(line, text)
    qtbot.keyClick(line, Qt.Key.Key_Return)


def chosen(form, name, value):
    combo = form.findChild(QComboBox, name)
    combo.setCurrentIndex(combo.findData(value))
    combo.activated.emit(combo.currentIndex())


def test_showing_a_look_is_no_wish(form, wishes):
    look = Look(organisation="Peace Centre", cover=True, paper=Paper.LETTER, citation_style="apa")
    form.show_look(look, citation_styles())
    assert form.findChild(QLineEdit, "house-organisation").text() == "Peace Centre"
    assert form.findChild(QCheckBox, "house-cover").isChecked()
    assert form.findChild(QComboBox, "house-citation-style").currentText() == "APA Style 7th edition"
    assert wishes == []


def test_each_control_tells_what_is_wished(form, wishes, qtbot):
    typed(form, qtbot, "house-organisation", "Peace Centre")
    typed(form, qtbot, "house-footer", "Accra")
    chosen(form, "house-paper", Paper.LETTER)
    chosen(form, "house-citation-style", "apa")
    form.findChild(QCheckBox, "house-cover").click()
    assert wishes == [
        {"organisation": "Peace Centre"},
        {"footer": "Accra"},
        {"paper": Paper.LETTER},
        {"citation_style": "apa"},
        {"cover": True},
    ]


def test_a_light_colour_is_darkened_and_said_a_wrong_one_refused(form, wishes, qtbot):
    notice = form.findChild(QLabel, "house-notice")
    typed(form, qtbot, "house-accent", "#FFE600")
    assert notice.isVisible() and "darkened" in notice.text()
    assert wishes[-1]["accent"] != "#FFE600"
    typed(form, qtbot, "house-accent", "teal")
    assert "is not a colour" in notice.text() and len(wishes) == 1
    form.findChild(QLineEdit, "house-accent").clear()
    qtbot.keyClick(form.findChild(QLineEdit, "house-accent"), Qt.Key.Key_Return)
    assert wishes[-1] == {"accent": ""} and not notice.isVisible()


def test_a_font_is_chosen_only_when_one_of_the_computer_is_wanted(form, wishes):
    family = form.findChild(QFontComboBox, "house-family")
    assert not family.isVisible()
    chosen(form, "house-lettering", Lettering.OWN)
    assert wishes[-1]["lettering"] is Lettering.OWN and wishes[-1]["family"]
    form.show_look(Look(lettering=Lettering.OWN, family="Noto Sans"), citation_styles())
    assert family.isVisible()


def test_everything_has_a_name_for_those_who_cannot_see_it(form):
    for kind in (QLineEdit, QComboBox, QPushButton):
        for control in form.findChildren(kind):
            if control.objectName().startswith("house-"):
                assert control.accessibleName(), control.objectName()
