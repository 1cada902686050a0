from PySide6.QtGui import QFontDatabase

from casebook import paths
from casebook.ui.fonts import INTERFACE, STYLES, register_fonts


def test_the_windows_type_is_there(look):
    register_fonts()
    assert INTERFACE in QFontDatabase.families()
    assert {"Regular", "Bold"} <= set(QFontDatabase.styles(INTERFACE))
    assert all((paths.resources() / "fonts" / f"NotoSans-{style}.ttf").is_file() for style in STYLES)
