import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from casebook.domain.dates import When
from casebook.storage.listing import ListQuery
from casebook.ui.dialogs.quick_capture_dialog import QuickCaptureDialog, capture_fields
from casebook.ui.forms.field_editor import FieldEditor
from casebook.ui.forms.lookalike_line import LookalikeLine


@pytest.fixture
def dialog(qtbot, workbench):
    made = QuickCaptureDialog(workbench)
    qtbot.addWidget(made)
    made.show()
    return made


def editor(dialog, name):
    return next(found for found in dialog.findChildren(FieldEditor) if found.objectName() == name)


def test_it_asks_for_what_a_stub_needs(dialog):
    assert [spec.name for spec in capture_fields()] == ["title", "countries", "period", "who", "tags"]
    for name in ("what_happened", "why_it_matters"):
        assert dialog.findChild(QPlainTextEdit, name).accessibleName()


def test_without_a_title_nothing_is_made(dialog, workbench):
    before = workbench.library.cases.count(ListQuery())
    dialog.findChild(QPushButton, "capture").click()
    assert "title" in dialog.findChild(QLabel, "problem").text()
    assert dialog.captured is None and workbench.library.cases.count(ListQuery()) == before


def test_a_minute_makes_a_stub_that_can_be_found(dialog, workbench, qtbot):
    title = editor(dialog, "title").findChild(QLineEdit)
    qtbot.keyClicks(title, "Ceasefire cell in Gao")
    editor(dialog, "countries").set_value(("ML",))
    when = editor(dialog, "period").findChild(QLineEdit)
    qtbot.keyClicks(when, "since 2013")
    qtbot.keyClick(when, Qt.Key.Key_Tab)
    known = workbench.library.cases.shared("actor_records", "ECOWAS")[0]
    workbench_actor = editor(dialog, "who")
    workbench_actor.context.shared("actor_records", "ECOWAS")
    workbench_actor.set_value((known.id,))
    dialog.findChild(QPlainTextEdit, "what_happened").setPlainText("A joint cell met twice a week.")
    dialog.findChild(QPlainTextEdit, "why_it_matters").setPlainText("It kept the road open.")
    dialog.findChild(QPushButton, "capture").click()
    case = workbench.library.cases.load(dialog.captured.id)
    assert (case.title, case.countries, case.period) == ("Ceasefire cell in Gao", ("ML",), When("2013/.."))
    assert (case.ref_code, case.status) == ("ML-2013-001", "draft")
    assert (case.context, case.problem) == ("A joint cell met twice a week.", "It kept the road open.")
    assert [case.find(one.actor).id for one in case.actors] == [known.id]
    assert case.id in workbench.library.cases.ids(ListQuery(text="joint cell"))


def test_the_dialog_can_be_walked_with_tab(dialog, qtbot):
    seen = set()
    for _ in range(40):
        focus = dialog.focusWidget()
        seen.add(focus.objectName() or focus.accessibleName())
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
    assert {"what_happened", "why_it_matters", "capture", "cancel"} <= seen
    assert isinstance(dialog.focusWidget(), QWidget)


def test_a_title_that_is_there_already_is_pointed_to_and_can_be_opened(dialog, liberia, qtbot):
    line = dialog.findChild(LookalikeLine, "lookalike")
    title = editor(dialog, "title").findChild(QLineEdit)
    qtbot.keyClicks(title, "Liberia: from West African")
    qtbot.waitUntil(line.isVisible)
    editor(dialog, "countries").edited.emit(("LR",))
    qtbot.mouseClick(line.findChild(QPushButton, "lookalike-open"), Qt.MouseButton.LeftButton)
    assert dialog.wanted == liberia.id and dialog.captured is None and not dialog.isVisible()
