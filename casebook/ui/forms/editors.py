"""The one table from field kind to editor."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from casebook.domain.fields import FieldSpec, Kind
from casebook.ui.forms.field_editor import FieldEditor
from casebook.ui.forms.form_context import FormContext

EDITORS: dict[Kind, Callable[[FieldSpec, FormContext, QWidget | None], FieldEditor]] = {}
"""Which editor a field of each kind gets."""


def make_editor(spec: FieldSpec, context: FormContext, parent: QWidget | None = None) -> FieldEditor:
    """The editor for one declared field."""
    return EDITORS[spec.kind](spec, context, parent)
