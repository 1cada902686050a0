"""The one table from field kind to editor."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from casebook.domain.fields import FieldSpec, Kind
from casebook.ui.forms.chips_editor import ChipsEditor
from casebook.ui.forms.choice import Choices
from casebook.ui.forms.field_editor import FieldEditor
from casebook.ui.forms.file_editor import FileEditor
from casebook.ui.forms.form_context import FormContext
from casebook.ui.forms.line_editor import LineEditor
from casebook.ui.forms.link_choices import LinkChoices
from casebook.ui.forms.number_editor import NumberEditor
from casebook.ui.forms.pick_editor import PickEditor
from casebook.ui.forms.picks_editor import PicksEditor
from casebook.ui.forms.prose_editor import ProseEditor
from casebook.ui.forms.segment_editor import SegmentEditor
from casebook.ui.forms.term_choices import TermChoices
from casebook.ui.forms.url_editor import UrlEditor
from casebook.ui.forms.when_editor import WhenEditor
from casebook.ui.forms.world_choices import WorldChoices

Maker = Callable[[FieldSpec, FormContext, QWidget | None], FieldEditor]


def _one(supply: Callable[[FieldSpec, FormContext], Choices]) -> Maker:
    return partial(PickEditor, supply=supply)


def _many(supply: Callable[[FieldSpec, FormContext], Choices]) -> Maker:
    return partial(PicksEditor, supply=supply)


EDITORS: dict[Kind, Maker] = {
    Kind.LINE: LineEditor,
    Kind.PROSE: ProseEditor,
    Kind.TERM: _one(TermChoices),
    Kind.TERMS: _many(TermChoices),
    Kind.SCALE: SegmentEditor,
    Kind.WHOLE: NumberEditor,
    Kind.NUMBER: NumberEditor,
    Kind.FLAG: SegmentEditor,
    Kind.WHEN: WhenEditor,
    Kind.LINK: _one(LinkChoices),
    Kind.LINKS: _many(LinkChoices),
    Kind.CHIPS: ChipsEditor,
    Kind.COUNTRY: _one(WorldChoices),
    Kind.COUNTRIES: _many(WorldChoices),
    Kind.LANGUAGE: _one(WorldChoices),
    Kind.URL: UrlEditor,
    Kind.FILE: FileEditor,
}
"""Which editor a field of each kind gets."""


def make_editor(spec: FieldSpec, context: FormContext, parent: QWidget | None = None) -> FieldEditor:
    """The editor for one declared field."""
    return EDITORS[spec.kind](spec, context, parent)
