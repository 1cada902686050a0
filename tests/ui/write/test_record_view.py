"""One record on the page: its form, its evidence, and what stands in it."""

from PySide6.QtCore import Qt

from casebook.domain.changes import OF_RECORD, setting
from casebook.domain.records import Absence, Sensitivity
from casebook.ui.write.record_view import RecordView

KEY = Qt.Key


def test_an_edit_becomes_one_step_named_after_the_field(desk):
    desk.go("challenges")
    desk.enter("severity")
    desk.press(KEY.Key_2)
    assert desk.case.challenges[0].severity == 2
    assert desk.workbench.undo_stack.undoText() == "Severity"


def test_what_is_told_again_unchanged_is_no_step(desk):
    desk.go("challenges")
    view = desk.write.page.current
    entry = desk.case.challenges[0]
    view.form.edited.emit(entry.id, "title", entry.title)
    assert desk.workbench.undo_stack.count() == 0
    view.form.edited.emit("nobody", "title", "x")
    assert desk.workbench.undo_stack.count() == 0


def test_looking_through_a_case_changes_nothing(desk):
    before = desk.case
    outline = desk.write.outline
    for _ in range(outline.model.rowCount()):
        desk.press(KEY.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
        desk.press(KEY.Key_PageDown, Qt.KeyboardModifier.AltModifier)
    desk.workbench.flush()
    assert desk.case == before
    assert desk.workbench.undo_stack.count() == 0


def test_why_a_field_is_empty_and_who_may_see_it_are_steps_too(desk):
    desk.go("challenges")
    view, entry = desk.write.page.current, desk.case.challenges[0]
    view.form.absence_chosen.emit(entry.id, "response", Absence.NOT_APPLICABLE)
    view.form.sensitivity_chosen.emit(entry.id, "description", Sensitivity.INTERNAL)
    view.form.sensitivity_chosen.emit(entry.id, OF_RECORD, Sensitivity.PARTNER)
    now = desk.case.challenges[0]
    assert now.absences["response"] is Absence.NOT_APPLICABLE
    assert now.field_sensitivities["description"] is Sensitivity.INTERNAL
    assert now.sensitivity is Sensitivity.PARTNER
    assert desk.workbench.undo_stack.undoText() == "Who may see this"


def test_a_change_from_elsewhere_is_shown(desk):
    desk.go("challenges")
    desk.workbench.apply(setting(desk.case, desk.case.challenges[0].id, "title", "Roads"))
    assert desk.editor("title").value() == "Roads"


def test_every_section_shows_evidence_and_children_as_declared(desk):
    declaration = desk.case.declaration
    for spec in declaration.top_sections:
        if not desk.case.section(spec.key):
            continue
        desk.go(spec.key)
        view = desk.write.page.current
        assert (view.evidence is None) == (spec.key == "evidence")
        assert [group.spec.key for group in view.groups] == [
            child.key for child in declaration.children(spec.key)
        ]


def test_a_jump_opens_the_way_down(desk):
    outcome = desk.case.outcomes[0]
    indicator = desk.case.children("indicators", outcome.id)[0]
    measurement = desk.case.children("measurements", indicator.id)[0]
    desk.go("outcomes")
    desk.write.page.reveal(desk.case, [indicator.id, measurement.id], "note")
    assert desk.field == "note"
    assert desk.group("indicators").open_id == indicator.id
    assert desk.group("measurements").open_id == measurement.id
    focus = desk.focus
    assert focus.visibleRegion().boundingRect().height() > 0


def test_a_record_that_is_gone_leaves_the_view_as_it_was(desk):
    desk.go("challenges")
    view = desk.write.page.current
    shown = view.record_id
    view.show_record(desk.case, "nobody")
    assert view.record_id == shown
    assert isinstance(view, RecordView)
