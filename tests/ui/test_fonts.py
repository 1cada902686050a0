from PySide6.QtGui import QFontDatabase

from casebook.ui.fonts import INTERFACE, register_fonts


def test_the_windows_type_is_there(look):
    register_fonts()
    assert INTERFACE in QFontDatabase.families()
    assert {"Regular", "Bold"} <= set(QFontDatabase.styles(INTERFACE))
