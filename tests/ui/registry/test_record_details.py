"""One record in full: written once for all cases, each field a step of its own."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from casebook.domain.case import CASE
from casebook.domain.records import Absence, Sensitivity
from casebook.ui.registry.record_details import RecordDetails

SECTION = CASE.sections["actor_records"]


@pytest.fixture
def details(workbench, qtbot, actor):
    made = RecordDetails(workbench)
    qtbot.addWidget(made)
    made.resize(420, 800)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.show_record(SECTION, actor("ECOWAS"))
    return made


def control(details, field):
    return details._forms[SECTION.key].editor(field).control


def test_what_is_typed_is_saved_when_the_keyboard_rests_and_each_field_is_a_step(
    details, workbench, qtbot, actor
):
    record = actor("ECOWAS")
    details.write()
    line = control(details, "name")
    assert line.hasFocus()
    line.selectAll()
    qtbot.keyClicks(line, "The Community")
    assert details.findChild(QLabel, "record-title").text() == "The Community"
    short = control(details, "pseudonym")
    short.setFocus()
    qtbot.keyClicks(short, "The body")
    qtbot.waitUntil(lambda: actor("ECOWAS").pseudonym == "The body")
    assert actor("ECOWAS").name == "The Community" and workbench.undo_stack.count() == 2
    workbench.undo()
    assert (actor("ECOWAS").name, actor("ECOWAS").pseudonym) == ("The Community", "")
    workbench.undo()
    assert actor("ECOWAS") == record


def test_undo_takes_back_what_is_not_saved_yet(details, workbench, qtbot, actor):
    record = actor("ECOWAS")
    line = control(details, "name")
    line.setFocus()
    qtbot.keyClicks(line, "!")
    workbench.undo()
    assert actor("ECOWAS") == record
    details.show_record(SECTION, actor("ECOWAS"))
    assert line.text() == record.name


def test_absence_and_audience_are_saved_as_well(details, workbench, actor):
    form = details._forms[SECTION.key]
    form.absence_chosen.emit(form.record_id, "country", Absence.NOT_APPLICABLE)
    form.sensitivity_chosen.emit(form.record_id, "name", Sensitivity.PARTNER)
    workbench.flush()
    saved = actor("ECOWAS")
    assert saved.absences == {"country": Absence.NOT_APPLICABLE}
    assert saved.field_sensitivities == {"name": Sensitivity.PARTNER}


def test_going_to_another_record_saves_the_first(details, qtbot, actor):
    line = control(details, "name")
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, "The Community")
    details.show_record(SECTION, actor("UNMIL"))
    assert actor("ECOWAS").name == "The Community"
    assert details.record_id == actor("UNMIL").id
    assert line.text() == actor("UNMIL").name


def test_what_lies_in_the_trash_is_only_looked_at(details, actor):
    import attrs

    details.show_record(SECTION, attrs.evolve(actor("UNMIL"), trashed=True))
    assert "Trash" in details.findChild(QLabel, "record-notice").text()
    assert control(details, "name").isReadOnly()
    details.clear()
    assert details.record_id == ""


def test_enter_in_a_field_saves_at_once(details, qtbot, actor):
    line = control(details, "name")
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, "The Community")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert actor("ECOWAS").name == "The Community"
