from PySide6.QtGui import QFontDatabase

from casebook import paths
from casebook.ui.fonts import INTERFACE, STYLES, register_fonts, register_report_font


def test_the_windows_type_is_there(look):
    register_fonts()
    assert INTERFACE in QFontDatabase.families()
    assert {"Regular", "Bold"} <= set(QFontDatabase.styles(INTERFACE))
    assert all((paths.resources() / "fonts" / f"NotoSans-{style}.ttf").is_file() for style in STYLES)


def test_the_letters_of_reports_are_there_once_a_page_is_drawn(look):
    register_report_font()
    assert "Noto Serif" in QFontDatabase.families()
