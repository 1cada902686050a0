"""The model of the list of suggestions."""

from PySide6.QtCore import Qt

from casebook.ui.forms.choice import Choice
from casebook.ui.forms.choice_model import CHOICE, ChoiceModel

ROWS = (
    Choice(value="a", label="Police", detail="role", definition="Keeps the peace."),
    Choice(value="", label="New one", creates=True),
)


def test_it_is_a_sound_model(look, qtmodeltester):
    model = ChoiceModel()
    model.show(ROWS)
    qtmodeltester.check(model)


def test_rows_say_what_they_are(look):
    model = ChoiceModel()
    model.show(ROWS)
    first, second = model.index(0), model.index(1)
    assert (first.data(), second.data()) == ("Police", "Create “New one”")
    assert first.data(CHOICE) is ROWS[0]
    assert first.data(Qt.ItemDataRole.AccessibleDescriptionRole) == "role Keeps the peace."
    model.show(())
    assert model.rowCount() == 0
