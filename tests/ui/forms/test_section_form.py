"""The form made from a declaration."""

import attrs
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea, QVBoxLayout, QWidget

from casebook.domain import fields as declare
from casebook.domain.case import CASE
from casebook.domain.changes import OF_RECORD, setting
from casebook.domain.fields import field_specs
from casebook.domain.records import Absence, Entry, Sensitivity
from casebook.domain.sections.challenges import Challenge
from casebook.ui.forms.section_form import RecordForm
from tests.ui.forms.desk import FIRST, SECOND, UNMIL

CHALLENGE = CASE.sections["challenges"]
CONTROL = Qt.KeyboardModifier.ControlModifier


class Desk:
    """A form in a scroll area, wired as the workspace wires it."""

    def __init__(self, qtbot, workbench, context, record_type=Challenge, fields=CHALLENGE.fields):
        self.qtbot, self.workbench, self.context = qtbot, workbench, context
        self.window = QWidget()
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.elsewhere = QPushButton("Elsewhere")
        column = QVBoxLayout(self.window)
        column.addWidget(self.area)
        column.addWidget(self.elsewhere)
        self.form = RecordForm(context, record_type, fields)
        self.area.setWidget(self.form)
        self.wishes = []
        self.form.edited.connect(lambda *wish: self.wishes.append(wish))
        self.form.edited.connect(lambda *wish: workbench.apply(context.change(*wish)))
        self.form.absence_chosen.connect(lambda *wish: workbench.apply(context.absence_change(*wish)))
        self.form.sensitivity_chosen.connect(lambda *wish: workbench.apply(context.sensitivity_change(*wish)))
        workbench.case_changed.connect(self.form.refresh)
        qtbot.addWidget(self.window)
        self.window.resize(620, 500)
        with qtbot.waitActive(self.window):
            self.window.show()
            self.window.activateWindow()

    def show(self, record):
        self.form.show_record(self.workbench.case, record)

    def field(self, name):
        return self.form.editor(name)

    def type(self, text):
        self.qtbot.keyClicks(self.window.focusWidget(), text)

    def press(self, key, modifier=Qt.KeyboardModifier.NoModifier):
        self.qtbot.keyClick(self.window.focusWidget(), key, modifier)

    @property
    def first(self):
        return self.workbench.case.find(FIRST.id)


@pytest.fixture
def desk(qtbot, workbench, context):
    made = Desk(qtbot, workbench, context)
    made.show(FIRST)
    return made


def test_every_declared_field_has_its_editor_with_its_value(desk):
    for spec in CHALLENGE.fields:
        assert desk.form.findChild(QWidget, spec.name) is desk.field(spec.name)
        assert desk.field(spec.name).value() == getattr(FIRST, spec.name)


def test_typing_changes_the_case_and_undo_takes_it_back_under_the_cursor(desk):
    desk.form.focus_field("title")
    desk.press(Qt.Key.Key_End)
    desk.type(" here")
    assert desk.first.title == FIRST.title + " here"
    desk.workbench.undo_stack.undo()
    assert desk.first.title == FIRST.title
    assert desk.field("title").control.text() == FIRST.title


def test_a_text_still_held_back_is_never_overwritten(desk):
    desk.form.focus_field("description")
    desk.press(Qt.Key.Key_End, CONTROL)
    desk.type("xyz")
    held = desk.field("description").value()
    other = setting(desk.workbench.case, FIRST.id, "description", "From elsewhere")
    if desk.field("description").held:
        desk.workbench.apply(other)
        assert desk.field("description").value() == held
    desk.form.flush()
    assert desk.first.description == held


def test_another_field_of_the_record_follows_a_change_from_elsewhere(desk):
    desk.form.focus_field("title")
    desk.workbench.apply(setting(desk.workbench.case, FIRST.id, "severity", 2))
    assert desk.field("severity").value() == 2


def test_a_renamed_actor_is_renamed_in_the_form(desk):
    desk.workbench.apply(setting(desk.workbench.case, UNMIL.id, "short_name", "UN mission"))
    words = [token.text() for token in desk.field("affected")._field.tokens]
    assert words == ["UN mission", "ECOWAS"]


def test_going_to_another_record_tells_what_was_held_back_of_the_one_before(desk):
    desk.form.focus_field("response")
    desk.press(Qt.Key.Key_End, CONTROL)
    desk.type("!")
    desk.show(SECOND)
    assert desk.first.response == FIRST.response + "!"
    assert desk.wishes[-1] == (FIRST.id, "response", FIRST.response + "!")
    assert desk.workbench.case.find(SECOND.id).response == ""
    assert desk.form.record_id == SECOND.id


def test_what_could_not_be_applied_is_there_when_one_comes_back(desk):
    desk.form.focus_field("category")
    desk.type("zebra")
    desk.show(SECOND)
    assert desk.field("category").control.text() == ""
    desk.show(FIRST)
    assert desk.field("category").control.text() == "zebra"
    assert desk.first.category == FIRST.category


def test_what_could_not_be_applied_stays_while_one_works_elsewhere_in_the_record(desk):
    desk.form.focus_field("category")
    desk.type("zebra")
    desk.form.focus_field("title")
    desk.type("More ")
    desk.form.refresh(desk.workbench.case)
    assert desk.field("category").control.text() == "zebra"
    assert "zebra" in desk.field("category").problem
    desk.workbench.apply(setting(desk.workbench.case, FIRST.id, "category", "funding"))
    assert desk.field("category").control.text() == "Resource constraints › Funding"
    assert desk.field("category").problem == ""


def test_nothing_is_wished_for_when_the_case_has_been_closed(desk):
    desk.form.focus_field("response")
    desk.type("late")
    desk.workbench.close_case()
    told = len(desk.wishes)
    desk.form.flush()
    assert len(desk.wishes) == told


def test_an_absence_empties_the_field_and_typing_ends_it(desk):
    desk.form.absence_chosen.emit(FIRST.id, "response", Absence.NONE_FOUND)
    assert desk.first.absences == {"response": Absence.NONE_FOUND}
    assert desk.field("response").value() == ""
    assert desk.field("response").control.placeholderText() == "Looked for, none found"
    desk.form.focus_field("response")
    desk.type("They met.")
    desk.elsewhere.setFocus()
    assert (desk.first.response, dict(desk.first.absences)) == ("They met.", {})
    assert desk.field("response").head.absence is None


def test_who_may_see_the_record_by_keys(desk):
    assert desk.form.focus_field(OF_RECORD)
    desk.press(Qt.Key.Key_Down)
    desk.press(Qt.Key.Key_Down)
    assert desk.first.sensitivity is Sensitivity.PARTNER


def test_who_may_see_a_field(desk):
    desk.field("title").head.sensitivity_chosen.emit(Sensitivity.INTERNAL)
    assert desk.first.field_sensitivities == {"title": Sensitivity.INTERNAL}
    assert desk.field("title").head.sensitivity is Sensitivity.INTERNAL


def test_focusing_a_field_scrolls_to_it(desk):
    desk.window.resize(620, 260)
    assert desk.form.focus_field("resolved")
    assert desk.field("resolved").control.hasFocus()
    place = desk.field("resolved").mapTo(desk.area.viewport(), desk.field("resolved").rect().center())
    assert desk.area.viewport().rect().contains(place)
    assert not desk.form.focus_field("no such field")


def test_tab_goes_from_field_to_field_in_order(desk):
    desk.form.focus_field(CHALLENGE.fields[0].name)
    seen = []
    for _ in CHALLENGE.fields:
        focus = desk.window.focusWidget()
        seen.append(
            next(name for name in (s.name for s in CHALLENGE.fields) if desk.field(name).isAncestorOf(focus))
        )
        desk.press(Qt.Key.Key_Tab)
    assert seen == [spec.name for spec in CHALLENGE.fields]
    assert desk.window.focusWidget().objectName() == f"{OF_RECORD}:control"


def test_reading_only(desk):
    desk.form.set_read_only(True)
    for name in ("title", "description"):
        desk.form.focus_field(name)
        desk.type("x")
    assert desk.wishes == []


@pytest.mark.parametrize("key", [key for key, section in CASE.sections.items()])
def test_every_section_gets_a_form(qtbot, workbench, context, key):
    section = CASE.sections[key]
    form = RecordForm(context, section.entry_type, section.fields)
    qtbot.addWidget(form)
    form.show_record(workbench.case, section.entry_type())
    assert [form.editor(spec.name).value() for spec in section.fields] == [
        spec.empty for spec in section.fields
    ]


@attrs.frozen(kw_only=True)
class MadeUp(Entry):
    """A record type declared nowhere but here."""

    name: str = declare.line("Name", summary=True)
    story: str = declare.prose("Story")
    mood: int | None = declare.scale("Mood", 1, 3, words=("low", "even", "high"))
    count: int | None = declare.whole("Count", unit="cows")
    tags: tuple[str, ...] = declare.chips("Tags")


def test_a_record_type_made_up_in_a_test_gets_a_working_form(qtbot, workbench, context):
    form = RecordForm(context, MadeUp, field_specs(MadeUp))
    qtbot.addWidget(form)
    with qtbot.waitActive(form):
        form.show()
        form.activateWindow()
    told = {}
    form.edited.connect(lambda _id, name, value: told.update({name: value}))
    form.show_record(workbench.case, MadeUp(name="Herd"))
    for name, typed in (
        ("name", "s"),
        ("story", "Once"),
        ("mood", "3"),
        ("count", "8 296"),
        ("tags", "a,b,"),
    ):
        form.focus_field(name)
        if name == "name":
            qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_End)
        qtbot.keyClicks(QApplication.focusWidget(), typed)
    form.flush()
    assert told == {"name": "Herds", "story": "Once", "mood": 3, "count": 8296, "tags": ("a", "b")}
