"""The left pane: the case in brief and its outline, by clicks and keys."""

from PySide6.QtCore import Qt

KEY = Qt.Key


def test_a_click_and_arrow_keys_show_a_section(desk):
    desk.go("lessons")
    assert desk.write.entries.section.key == "lessons"
    desk.press(KEY.Key_Down)
    assert desk.section == "Teaching kit"
    assert desk.write.entries.section.key == "teaching_kits"
    assert desk.focus is desk.write.outline.list


def test_letters_find_a_section(desk):
    desk.write.outline.list.setFocus()
    desk.type("tim")
    assert desk.section == "Timeline"


def test_stepping_stops_at_both_ends(desk):
    outline = desk.write.outline
    outline.step(-1)
    assert desk.section == "Overview"
    desk.go("source_records")
    outline.step(1)
    assert desk.section == "Sources"


def test_choosing_what_is_not_there_changes_nothing(desk):
    desk.write.outline.choose("made-up")
    assert desk.section == "Overview"


def test_counts_follow_the_case(desk):
    model = desk.write.outline.model
    at = model.row_of("challenges")
    before = model.index(at).data(Qt.ItemDataRole.AccessibleTextRole)
    desk.go("challenges")
    desk.press(KEY.Key_Return, Qt.KeyboardModifier.ControlModifier)
    desk.qtbot.waitUntil(lambda: model.index(at).data(Qt.ItemDataRole.AccessibleTextRole) != before)
    assert "7 entries" in model.index(at).data(Qt.ItemDataRole.AccessibleTextRole)


def test_it_has_names_and_is_a_pane(desk):
    outline = desk.write.outline
    assert outline.list.accessibleName() == "Outline of the case"
    assert outline.list.property("pane")
