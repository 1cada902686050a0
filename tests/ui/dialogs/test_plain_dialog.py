import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from casebook.ui.dialogs.plain_dialog import PlainDialog


@pytest.fixture
def dialog(qtbot, look):
    made = PlainDialog("Start a library")
    qtbot.addWidget(made)
    made.add_field("Name", QLineEdit(), "Any name will do.")
    made.add_cancel()
    made.add_button("Start", "start", primary=True).clicked.connect(made.accept)
    made.show()
    return made


def test_fields_have_labels_that_lead_to_them(dialog):
    field = dialog.findChild(QLineEdit)
    assert (field.accessibleName(), field.accessibleDescription()) == ("Name", "Any name will do.")
    assert any(label.buddy() is field for label in dialog.findChildren(QLabel))


def test_escape_rejects_and_the_primary_button_accepts(dialog, qtbot):
    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    dialog.show()
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(dialog, Qt.Key.Key_Return)


def test_a_problem_is_said_in_the_dialog_and_taken_away(dialog):
    problem = dialog.findChild(QLabel, "problem")
    dialog.show_problem("Give it a name.")
    assert (problem.text(), problem.isVisible()) == ("Give it a name.", True)
    dialog.show_problem("")
    assert not problem.isVisible()


def test_it_never_grows_beyond_the_screen(dialog):
    for _ in range(60):
        dialog.add_field("Another", QLineEdit())
    dialog.fit()
    assert dialog.height() <= dialog.screen().availableGeometry().height()
    assert dialog.findChild(QPushButton, "start").isVisible()
