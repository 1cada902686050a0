import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QTreeWidget

from casebook.domain.records import Sensitivity
from casebook.services.own_templates import duplicate, template_called
from casebook.ui.publish.template_editor import TemplateEditor


@pytest.fixture
def editor(workbench, qtbot, liberia, tmp_path, monkeypatch):
    monkeypatch.setenv("CASEBOOK_HOME", str(tmp_path / "home"))
    made = TemplateEditor(workbench, duplicate("card", "Mine"))
    qtbot.addWidget(made)
    made.show_pages({liberia.id: liberia.title}, Sensitivity.PUBLIC)
    made.show()
    qtbot.waitUntil(lambda: made.preview.document is not None, timeout=60_000)
    yield made
    workbench.tasks.cancel_all()


def words(editor):
    return editor.preview.document.getAllText(0).text()


def type_at_the_body(editor, qtbot, text):
    line = next(n for n, row in enumerate(editor.text.toPlainText().splitlines(), 1) if "<body>" in row)
    editor.text.go_to(line)
    qtbot.keyClick(editor.text, Qt.Key.Key_End)
    qtbot.keyClicks(editor.text, text)


def test_what_is_typed_stands_on_the_pages(editor, qtbot):
    type_at_the_body(editor, qtbot, "<p>Zqtyped</p>")
    qtbot.waitUntil(
        lambda: editor.preview.document is not None and "Zqtyped" in words(editor), timeout=60_000
    )
    saved = (editor.template.folder / "report.html.j2").read_text(encoding="utf-8")
    assert "Zqtyped" in saved
    editor.text.undo()
    qtbot.keyClick(editor, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert not editor.file.unsaved


def test_a_fault_is_one_sentence_with_its_line_marked(editor, qtbot):
    type_at_the_body(editor, qtbot, "{{ fields.titel }}")
    problem = editor.findChild(QLabel, "template-problem")
    qtbot.waitUntil(problem.isVisible, timeout=60_000)
    line = editor.text.textCursor().blockNumber() + 1
    assert (
        f"report.html.j2, line {line}: there is no “titel” here; “title” was perhaps meant" in problem.text()
    )
    (mark,) = editor.text.extraSelections()
    assert mark.cursor.blockNumber() + 1 == line
    for _letter in "{{ fields.titel }}":
        qtbot.keyClick(editor.text, Qt.Key.Key_Backspace)
    qtbot.waitUntil(lambda: not problem.isVisible(), timeout=60_000)
    assert editor.text.extraSelections() == []


def test_a_field_is_put_in_at_the_cursor(editor, qtbot):
    tree = editor.fields.findChild(QTreeWidget, "fields")
    qtbot.waitUntil(lambda: tree.topLevelItemCount() > 5, timeout=30_000)
    type_at_the_body(editor, qtbot, "")
    qtbot.mouseClick(editor.findChild(QPushButton, "find-field"), Qt.MouseButton.LeftButton)
    field = editor.findChild(QLineEdit, "filter-fields")
    qtbot.keyClicks(field, "reference code")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert "<body>{{ report.reference }}" in editor.text.toPlainText()
    qtbot.waitUntil(lambda: "LR-2003-001" in words(editor), timeout=60_000)


def test_another_program_may_change_it(editor, qtbot):
    file = editor.template.folder / "report.html.j2"
    text = file.read_text(encoding="utf-8").replace("<body>", "<body><p>Zqoutside</p>")
    file.write_text(text, encoding="utf-8")
    qtbot.waitUntil(lambda: "Zqoutside" in editor.text.toPlainText(), timeout=10_000)
    qtbot.waitUntil(
        lambda: editor.preview.document is not None and "Zqoutside" in words(editor), timeout=60_000
    )


def test_every_file_of_it_can_be_changed(editor, qtbot):
    files = editor.findChild(QComboBox, "template-files")
    assert files.itemText(0) == "report.html.j2" and files.count() == 4
    files.setCurrentText("template.toml")
    files.activated.emit(files.currentIndex())
    assert 'title = "Mine"' in editor.text.toPlainText()


def test_its_title_is_changed_above(editor, qtbot):
    title = editor.findChild(QLineEdit, "template-title")
    title.selectAll()
    qtbot.keyClicks(title, "Half a page")
    with qtbot.waitSignal(editor.renamed):
        qtbot.keyClick(title, Qt.Key.Key_Return)
    assert template_called("mine").title == "Half a page" and "Half a page" in editor.windowTitle()
    title.clear()
    qtbot.keyClick(title, Qt.Key.Key_Return)
    assert title.text() == "Half a page" and editor.isVisible()


def test_closing_saves(editor, qtbot):
    type_at_the_body(editor, qtbot, "Zqlast")
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert editor.isVisible()
    editor.close()
    assert "Zqlast" in (editor.template.folder / "report.html.j2").read_text(encoding="utf-8")
