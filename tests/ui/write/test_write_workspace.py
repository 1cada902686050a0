"""Write as a whole: a case written from its title to review by clicks and keys, and how the place is kept."""

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from casebook.domain.dates import When
from casebook.domain.records import Absence
from casebook.storage.library import Library
from casebook.ui.workbench import Workbench
from tests.ui.write.writing_desk import ALT, CONTROL, NONE, SHIFT, WritingDesk

KEY = Qt.Key


def test_a_field_officer_writes_a_case_by_keys(fresh, vocabularies, library_file):
    desk = fresh
    # Title, countries, period.
    desk.enter("title")
    desk.type("Joint patrols in Gbarnga")
    desk.enter("countries")
    desk.type("Liber")
    desk.press(KEY.Key_Return)
    desk.enter("period")
    desk.type("about June 2003")
    desk.press(KEY.Key_Return)
    assert desk.case.title == "Joint patrols in Gbarnga"
    assert desk.case.countries == ("LR",)
    assert desk.case.period == When("2003-06~")
    # An actor who is not known yet.
    desk.go("actors")
    desk.click(desk.button("grow"))
    assert desk.field == "actor"
    desk.type("Gbarnga Peace Network")
    assert any("Gbarnga" in row for row in desk.offered())
    desk.press(KEY.Key_Down)
    desk.press(KEY.Key_Return)
    (part,) = desk.case.actors
    assert desk.case.find(part.actor).name == "Gbarnga Peace Network"
    assert desk.titles == ["Gbarnga Peace Network"]
    # A challenge with category and severity.
    desk.go("challenges")
    desk.press(KEY.Key_Return, CONTROL)
    assert desk.field == "title"
    desk.type("No shared radio channel")
    assert desk.titles == ["No shared radio channel"]
    desk.enter("category")
    desk.type("fund")
    desk.press(KEY.Key_Return)
    desk.enter("severity")
    desk.press(KEY.Key_4)
    (challenge,) = desk.case.challenges
    assert (challenge.title, challenge.severity) == ("No shared radio channel", 4)
    assert challenge.category is not None
    # A source in one keystroke; then the same as last for the outcome.
    desk.press(KEY.Key_L, CONTROL)
    desk.type("Patrol log of the Gbarnga post")
    desk.press(KEY.Key_Return)
    assert [item.claim for item in desk.case.evidence] == [challenge.id]
    desk.go("outcomes")
    desk.press(KEY.Key_Return, CONTROL)
    desk.type("Patrols met every week")
    desk.press(KEY.Key_L, CONTROL | SHIFT)
    outcome = desk.case.outcomes[0]
    assert [item.claim for item in desk.case.evidence] == [challenge.id, outcome.id]
    assert len(desk.case.source_records) == 1
    # An indicator with a measurement, and a testimony.
    desk.click(desk.group("indicators").add_button)
    assert desk.field == "name"
    desk.type("Patrols")
    desk.click(desk.group("measurements").add_button)
    assert desk.field == "value"
    desk.type("52")
    desk.click(desk.group("testimonies").add_button)
    assert desk.field == "text"
    desk.type("People greeted the patrols.")
    desk.workbench.flush()
    assert desk.case.indicators[0].parent == outcome.id
    assert desk.case.measurements[0].parent == desk.case.indicators[0].id
    assert desk.case.measurements[0].value == 52
    assert desk.case.testimonies[0].text == "People greeted the patrols."
    # The narrative with a citation.
    desk.go("narrative")
    desk.enter("context")
    desk.type("It was quiet @")
    desk.type("patr")
    desk.press(KEY.Key_Return)
    desk.workbench.flush()
    key = desk.case.source_records[0].citation_key
    assert key
    assert f"@{key}" in desk.case.context
    # Nothing was in the way, and all of it is there in another window.
    assert desk.problems == []
    written = desk.case
    desk.workbench.set_library(None)
    again = Workbench(desk.workbench.settings, vocabularies)
    again.set_library(Library.open(library_file))
    assert again.open_case(written.id)
    assert again.case == written
    again.set_library(None)


def test_a_case_begins_at_its_overview_with_the_keyboard_in_the_outline(desk):
    assert desk.section == "Overview"
    assert desk.focus is desk.write.outline.list
    assert desk.place == "Overview"
    assert not desk.write.entries.isVisible()


def test_each_section_remembers_the_entry_shown_last(desk):
    desk.go("challenges")
    desk.choose(2)
    third = desk.current
    desk.go("timeline")
    desk.choose(4)
    event = desk.current
    desk.go("challenges")
    assert desk.current == third
    assert desk.write.page.current.form.editor("title").value() == third
    desk.go("timeline")
    assert desk.current == event


def test_the_place_in_a_case_outlasts_the_window(desk, qtbot):
    desk.go("challenges")
    desk.choose(1)
    kept = desk.current
    desk.workbench.close_case()
    assert not desk.write.outline.isVisible()
    assert desk.workbench.open_case(desk.write._workbench.library.cases.resolve("LR-2003-001"))
    assert (desk.section, desk.current) == ("Challenges", kept)


def test_keys_go_from_section_to_section_and_from_entry_to_entry(desk):
    desk.go("challenges")
    desk.press(KEY.Key_PageDown, CONTROL)
    assert desk.section == "Outcomes"
    desk.press(KEY.Key_PageDown, ALT)
    assert desk.place.startswith("Outcome 2 of")
    desk.press(KEY.Key_PageUp, ALT)
    assert desk.place.startswith("Outcome 1 of")
    desk.press(KEY.Key_PageUp, CONTROL)
    assert desk.section == "Challenges"


def test_typing_renames_the_card_and_keeps_the_keyboard_and_the_place(desk):
    desk.go("challenges")
    desk.choose(3)
    desk.enter("title")
    desk.press(KEY.Key_End)
    area = desk.write.page._stack.currentWidget()
    at = area.verticalScrollBar().value()
    desk.type(" indeed")
    assert desk.titles[3].endswith(" indeed")
    assert desk.field == "title"
    assert area.verticalScrollBar().value() == at
    assert desk.write.entries.list.currentIndex().row() == 3


def test_a_word_typed_is_one_step_back_and_the_cursor_stays(desk):
    desk.go("challenges")
    before = desk.case.challenges[0].title
    desk.enter("title")
    desk.press(KEY.Key_End)
    desk.type(" more")
    desk.workbench.undo()
    assert desk.case.challenges[0].title == before
    assert desk.editor("title").control.text() == before
    assert desk.titles[0] == before
    assert desk.field == "title"
    desk.workbench.redo()
    assert desk.editor("title").control.text() == f"{before} more"


def test_undo_goes_to_the_field_that_changes_back(desk):
    desk.go("challenges")
    desk.choose(2)
    desk.enter("title")
    desk.type("X")
    changed = desk.case.challenges[2].id
    desk.go("timeline")
    desk.workbench.undo()
    desk.settle()
    assert desk.section == "Challenges"
    assert desk.write.page.current.record_id == changed
    assert desk.field == "title"


def test_undo_of_a_deleted_entry_shows_it_again(desk):
    desk.go("challenges")
    desk.choose(1)
    gone, titles = desk.current, desk.titles
    desk.press(KEY.Key_Delete)
    assert gone not in desk.titles
    desk.go("narrative")
    desk.workbench.undo()
    desk.settle()
    assert desk.titles == titles
    assert (desk.section, desk.current) == ("Challenges", gone)


def test_undo_inside_a_child_opens_the_child(desk):
    desk.go("outcomes")
    group = desk.group("indicators")
    child = desk.case.children("indicators", desk.case.outcomes[0].id)[0]
    desk.click(group.card(child.id))
    desk.enter("name", group)
    desk.type("Z")
    desk.go("challenges")
    desk.workbench.undo()
    desk.settle()
    assert desk.section == "Outcomes"
    assert desk.group("indicators").open_id == child.id
    assert desk.field == "name"


def test_a_change_of_the_case_never_takes_the_keyboard(desk):
    desk.go("challenges")
    desk.enter("description")
    desk.type("Rain. ")
    desk.write._review.count()
    desk.workbench.flush()
    desk.settle()
    assert desk.field == "description"


def test_what_is_to_fix_is_walked_one_by_one_and_back(desk):
    desk.write._review.count()
    findings = desk.write._review.findings
    assert len(findings) > 2
    listed = desk.write.aside.guidance.findings
    for finding in findings[:3]:
        desk.press(KEY.Key_F8)
        shown = desk.write.page.current.record_id
        assert finding.record_id == shown or desk.case.find(finding.record_id).parent
        assert listed.currentIndex().data() == finding.message
    desk.press(KEY.Key_F8, SHIFT)
    assert listed.currentIndex().data() == findings[1].message
    desk.press(KEY.Key_F9)
    desk.press(KEY.Key_F8)
    assert not findings[2].binding
    assert desk.told == [f"Advice, 3 of {len(findings)}: {findings[2].message}"]


def test_check_now_lists_what_is_to_fix(desk):
    desk.press(KEY.Key_F7)
    assert desk.focus is desk.write.aside.guidance.findings
    desk.press(KEY.Key_Return)
    assert desk.section != "Overview"


def test_the_guidance_can_be_put_away(desk):
    assert desk.write.aside.isVisible()
    desk.press(KEY.Key_F9)
    assert not desk.write.aside.isVisible()
    desk.press(KEY.Key_F9)
    assert desk.write.aside.isVisible()
    desk.press(KEY.Key_F9, SHIFT)
    assert desk.write.aside.tabs.tabText(desk.write.aside.tabs.currentIndex()) == "History"


def test_a_case_with_gaps_stays_with_its_author(fresh):
    fresh.click(fresh.button("send-for-review"))
    assert fresh.case.status == "draft"
    assert "fixed before this case can go to review" in fresh.told[-1]


def test_sending_for_review_can_be_taken_back(fresh):
    desk = fresh
    desk.enter("title")
    desk.type("Patrols")
    desk.enter("brief")
    desk.type("They met.")
    desk.enter("countries")
    desk.type("Liber")
    desk.press(KEY.Key_Return)
    desk.enter("period")
    desk.type("2003")
    desk.press(KEY.Key_Return)
    assert desk.case.ref_code == "LR-2003-002"
    for spec in desk.case.declaration.top_sections:
        if spec.essential:
            desk.go(spec.key)
            desk.click(desk.button("absence-not-applicable"))
    desk.click(desk.button("send-for-review"))
    assert desk.case.status == "ready-for-review"
    assert not desk.write.page._review.isVisible()
    desk.workbench.undo()
    assert desk.case.status == "draft"
    assert desk.write.page._review.isVisible()


def test_a_section_can_be_marked_as_having_nothing(fresh):
    fresh.go("lessons")
    fresh.click(fresh.button("absence-none-found"))
    assert fresh.case.absences["lessons"] is Absence.NONE_FOUND
    fresh.go("challenges")
    fresh.workbench.undo()
    fresh.settle()
    assert fresh.section == "Lessons"
    assert "lessons" not in fresh.case.absences


def test_a_library_open_for_reading_shows_everything_and_changes_nothing(desk, library_file):
    case_id = desk.case.id
    desk.workbench.set_library(Library.open(library_file, read_only=True))
    desk.workbench.open_case(case_id)
    before = desk.case
    for key in ("overview", "challenges", "outcomes", "attachments"):
        desk.go(key)
        for editor in desk.write.page.current.form._editors.values():
            editor.control.setFocus()
            desk.press(KEY.Key_A)
    desk.go("challenges")
    assert not desk.write.entries.add_button.isEnabled()
    desk.choose(1)
    for key, modifiers in (
        (KEY.Key_Delete, NONE),
        (KEY.Key_D, CONTROL),
        (KEY.Key_Up, ALT),
        (KEY.Key_Return, CONTROL),
        (KEY.Key_L, CONTROL),
    ):
        desk.press(key, modifiers)
    desk.workbench.flush()
    assert desk.case == before
    assert desk.problems == []
    assert not desk.write.page._review.isVisible()


def test_without_a_case_it_offers_the_library(desk, qtbot):
    desk.workbench.close_case()
    with qtbot.waitSignal(desk.workbench.workspace_requested) as asked:
        desk.click(desk.write._nothing.button)
    assert asked.args == ["library"]
    assert desk.write.chosen_cases() == ()


def test_a_narrow_window_gives_the_page_the_room_of_the_guidance(workbench, qtbot):
    desk = WritingDesk(qtbot, workbench, (800, 560))
    assert not desk.write.aside.isVisible()
    desk.go("challenges")
    assert desk.write.width() == 800
    assert desk.write.page.width() >= 300
    desk.write.resize(1400, 800)
    desk.settle()
    assert desk.write.aside.isVisible()


def test_a_file_dropped_on_the_case_is_attached(desk, tmp_path):
    file = tmp_path / "map.txt"
    file.write_text("North is up.")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    enter = QDragEnterEvent(
        QPointF(desk.write.rect().center()), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, NONE
    )
    QApplication.sendEvent(desk.write, enter)
    assert enter.isAccepted()
    drop = QDropEvent(
        QPointF(desk.write.rect().center()),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        NONE,
    )
    QApplication.sendEvent(desk.write, drop)
    desk.settle()
    assert desk.case.attachments[-1].file_name == "map.txt"
    assert desk.section == "Attachments"


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_panes_stand_in_reading_order(desk, direction):
    desk.write.setLayoutDirection(direction)
    desk.go("challenges")
    desk.settle()
    write = desk.write
    places = [
        pane.mapTo(write, pane.rect().center()).x()
        for pane in (write.outline, write.entries, write.page, write.aside)
    ]
    assert places == sorted(places, reverse=direction is Qt.LayoutDirection.RightToLeft)


def test_words_changed_elsewhere_are_shown_on_return(desk, workbench):
    challenge = next(entry for entry in desk.case.challenges if entry.category)
    desk.write.go_to(challenge.id, "category")
    line = desk.write.page.current.form.editor("category").control
    assert workbench.vocabularies["challenge"].label(challenge.category) in line.text()
    desk.write.hide()
    words = workbench.word_lists.get("challenge").relabelling(
        challenge.category, {"en": "Quite another word"}
    )
    workbench.word_lists.change(words, "Rename a word")
    desk.write.show()
    assert line.text().endswith("Quite another word")
    desk.write.hide()
    workbench.undo()
    desk.write.show()
    assert "Quite another word" not in line.text()
