import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from casebook.ui.vocabulary.label_lines import LabelLines


@pytest.fixture
def lines(look, qtbot):
    made = LabelLines()
    qtbot.addWidget(made)
    made.show_labels({"en": "Funding", "ar": "تمويل"}, ("en", "fr"), may_change=True)
    made.show()
    return made


def test_a_line_for_each_language_wanted_or_there(lines):
    assert (lines.line("en").text(), lines.line("fr").text(), lines.line("ar").text()) == (
        "Funding",
        "",
        "تمويل",
    )
    assert lines.line("fr").accessibleName() == "Label in French"
    with pytest.raises(KeyError):
        lines.line("es")


def test_what_is_typed_is_told_once_when_left(lines, qtbot):
    said = []
    lines.relabelled.connect(lambda language, text: said.append((language, text)))
    qtbot.keyClicks(lines.line("fr"), "Argent ")
    qtbot.keyClick(lines.line("fr"), Qt.Key.Key_Return)
    lines.flush()
    assert said == [("fr", "Argent")]


def test_another_language_can_be_added_and_goes_when_another_term_is_shown(lines, qtbot):
    more = lines.findChild(QComboBox, "add-language")
    assert more.findData("ar") < 0
    more.setCurrentIndex(more.findData("es"))
    more.activated.emit(more.currentIndex())
    assert lines.line("es").isVisible() and more.currentData() == ""
    lines.show_labels({"en": "Overload"}, ("en", "fr"), may_change=False)
    assert lines.line("en").text() == "Overload" and lines.line("en").isReadOnly() and more.isHidden()
    with pytest.raises(KeyError):
        lines.line("es")
