from PySide6.QtWidgets import QLabel

from casebook import paths
from casebook.ui.dialogs.about_dialog import AboutDialog, installed_version


def test_it_names_version_licence_and_places(qtbot, look):
    dialog = AboutDialog()
    qtbot.addWidget(dialog)
    words = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert installed_version() in words and "MIT" in words and str(paths.user_data()) in words
