"""Why a field is empty and who may see it, by keys."""

import pytest
from PySide6.QtCore import QPoint, Qt

from casebook.domain.fields import FieldSpec, Kind
from casebook.domain.records import Absence, Sensitivity
from casebook.ui.forms.field_menu import FieldMenu


@pytest.fixture
def menu(context, qtbot):
    menu = FieldMenu(FieldSpec(kind=Kind.LINE, name="title", label="Challenge"), context)
    menu.popup(QPoint(0, 0))
    menu.told = []
    menu.absence_chosen.connect(lambda value: menu.told.append(("absence", value)))
    menu.sensitivity_chosen.connect(lambda value: menu.told.append(("level", value)))
    return menu


@pytest.mark.parametrize(
    ("downs", "told"),
    [
        (1, ("absence", None)),
        (2, ("absence", Absence.NONE_FOUND)),
        (3, ("absence", Absence.NOT_APPLICABLE)),
        (4, ("level", None)),
        (5, ("level", Sensitivity.PUBLIC)),
        (8, ("level", Sensitivity.INTERNAL)),
    ],
)
def test_arrows_and_enter(menu, qtbot, downs, told):
    for _ in range(downs):
        qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert menu.told == [told]
    assert told[1] is None or isinstance(menu.told[0][1], type(told[1]))


def test_it_says_the_words_of_the_vocabulary(menu):
    words = [action.text() for action in menu.actions() if action.isCheckable()]
    menu.close()
    assert words[:3] == ["Not recorded", "Looked for, none found", "Not applicable"]
    assert words[3:] == ["As the whole record", "Public", "Training", "Partner", "Internal"]


def test_both_questions_can_be_read(menu, look):
    heads = [action for action in menu.actions() if not action.isCheckable() and not action.isSeparator()]
    seen = [menu.actionGeometry(head).height() for head in heads]
    menu.close()
    assert [head.text() for head in heads] == ["This field is empty because it is", "Who may see this field"]
    assert all(height >= menu.fontMetrics().height() for height in seen)
