"""The table of editors."""

import pytest

from casebook.domain.fields import FieldSpec, Kind
from casebook.ui.forms.editors import EDITORS, make_editor
from casebook.ui.forms.field_editor import FieldEditor


def test_every_kind_of_field_has_an_editor():
    assert set(EDITORS) == set(Kind)


@pytest.mark.parametrize("kind", list(Kind))
def test_an_editor_bears_the_name_of_its_field_and_starts_empty(context, qtbot, kind):
    options = (
        {"words": ("a", "b"), "low": 1, "high": 2}
        if kind is Kind.SCALE
        else {"vocabulary": "scope", "to": "places"}
    )
    spec = FieldSpec(kind=kind, name="made_up", label="Made up", **options)
    editor = make_editor(spec, context)
    qtbot.addWidget(editor)
    assert isinstance(editor, FieldEditor)
    assert editor.objectName() == "made_up"
    assert editor.value() == spec.empty
