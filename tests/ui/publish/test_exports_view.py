import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QPushButton, QTableView

from casebook.storage.exports import Export, ExportedFile
from casebook.ui.publish.exports_view import ExportsView
from casebook.ui.widgets.elided_label import ElidedLabel
from casebook.ui.widgets.empty_state import EmptyState


@pytest.fixture
def view(workbench, qtbot):
    made = ExportsView(workbench)
    qtbot.addWidget(made)
    made.resize(800, 500)
    made.show()
    return made


def note(workbench, folder, name="a.pdf"):
    (folder / "there.pdf").write_text("x")
    files = (
        ExportedFile(name="there.pdf", digest="ab" * 32, folder=str(folder)),
        ExportedFile(name=name, digest="cd" * 32, folder=str(folder)),
    )
    workbench.library.exports.record(
        Export(
            case_id="c", title="Liberia", audience="public", template="card", formats=("pdf",), files=files
        )
    )


def button(view, name):
    return view.findChild(QPushButton, name)


def test_before_the_first_export_it_says_what_belongs_here(view):
    view.read()
    assert view.findChild(EmptyState).isVisible() and not button(view, "copy-hash").isEnabled()


def test_a_file_can_be_opened_while_it_is_there_and_its_hash_copied(view, workbench, tmp_path, qtbot):
    note(workbench, tmp_path)
    view.read()
    assert button(view, "open-export").isEnabled() and button(view, "show-export").isEnabled()
    assert view.findChild(ElidedLabel, "export-hash").full_text == f"SHA-256 {'ab' * 32}"
    table = view.findChild(QTableView, "exports")
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Down)
    assert not button(view, "open-export").isEnabled() and button(view, "show-export").isEnabled()
    assert view.findChild(ElidedLabel, "export-hash").full_text.endswith("no longer there")
    with qtbot.waitSignal(workbench.told):
        qtbot.mouseClick(button(view, "copy-hash"), Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "cd" * 32


def test_it_is_filtered_by_what_is_typed(view, workbench, tmp_path, qtbot):
    note(workbench, tmp_path)
    view.read()
    qtbot.keyClicks(view.findChild(QLineEdit, "filter-exports"), "a.pdf")
    assert view.model.rowCount() == 1 and view.model.line(0).file.name == "a.pdf"
