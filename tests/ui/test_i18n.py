import pytest
from PySide6.QtCore import QCoreApplication, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QLabel

from casebook.domain.case import CASE
from casebook.ui.i18n import PSEUDO, install_language, is_mirrored, translated


@pytest.fixture
def speaking(look):
    """Speak another language for one test."""
    before = QLocale()

    yield lambda language: install_language(look, language)
    for translator in look.findChildren(QTranslator):
        look.removeTranslator(translator)
        translator.setParent(None)
    QLocale.setDefault(before)
    look.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_english_is_the_source(speaking, look):
    speaking("en")
    assert translated("Challenges") == "Challenges" and not is_mirrored(look)


def test_arabic_runs_from_right_to_left(speaking, look, qtbot):
    speaking("ar")
    label = QLabel("text")
    qtbot.addWidget(label)
    assert is_mirrored(look) and label.layoutDirection() is Qt.LayoutDirection.RightToLeft


def test_the_made_up_language_stretches_every_marked_text(speaking):
    speaking(PSEUDO)
    for section in CASE.sections.values():
        shown = translated(section.title)
        assert shown.startswith("[") and section.title in shown and len(shown) >= len(section.title) * 1.3
    assert QCoreApplication.translate("AnyDialog", "Cancel").startswith("[Cancel")
