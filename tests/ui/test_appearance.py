from PySide6.QtCore import Qt

from casebook.ui.theme import DARK, LIGHT


def test_a_theme_is_chosen_and_text_keeps_within_its_limits(appearance, qtbot):
    try:
        with qtbot.waitSignal(appearance.changed):
            appearance.apply("dark", 500)
        assert (appearance.tokens, appearance.text_percent) == (DARK, 200)
        appearance.apply("light", 20)
        assert (appearance.tokens, appearance.text_percent) == (LIGHT, 100)
    finally:
        appearance.apply("light", 100)


def test_it_follows_the_system_only_when_asked_to(appearance, qtbot, look):
    hints = look.styleHints()
    try:
        appearance.apply("system", 100)
        with qtbot.waitSignal(appearance.changed):
            hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
        appearance.apply("light", 100)
        with qtbot.assertNotEmitted(appearance.changed):
            hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    finally:
        appearance.apply("light", 100)
