from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPushButton

from casebook.domain.case import Case
from casebook.domain.records import Sensitivity
from casebook.ui.publish.export_form import ExportForm


@pytest.fixture
def form(workbench, qtbot):
    made = ExportForm(workbench)
    qtbot.addWidget(made)
    made.resize(320, 700)
    made.show()
    return made


def button(form):
    return form.findChild(QPushButton, "export")


def test_the_button_says_how_many_files_there_will_be(form, liberia):
    assert (button(form).text(), button(form).isEnabled()) == ("Export", False)
    form.cases.show_cases((liberia.id,))
    assert (button(form).text(), button(form).isEnabled()) == ("Export 2 files", True)
    form.findChild(QCheckBox, "format-docx").click()
    assert button(form).text() == "Export 1 file"
    form.show_running(True)
    assert not button(form).isEnabled()


def test_public_is_the_audience_until_another_is_chosen(form, qtbot):
    assert form.audience is Sensitivity.PUBLIC
    combo = form.findChild(QComboBox, "audience")
    with qtbot.waitSignal(form.changed):
        qtbot.keyClick(combo, Qt.Key.Key_Down)
    assert form.audience is Sensitivity.TRAINING


def test_formats_a_template_lacks_cannot_be_chosen(form):
    form.offer_formats(("pdf",))
    assert form.formats == ("pdf",)
    assert not form.findChild(QCheckBox, "format-docx").isEnabled()
    form.offer_formats(())
    assert form.formats == ("pdf", "docx")


def test_a_folder_is_needed(form, liberia, tmp_path):
    form.cases.show_cases((liberia.id,))
    field = form.findChild(QLineEdit, "folder")
    field.setText("")
    assert not button(form).isEnabled()
    field.setText(str(tmp_path))
    assert button(form).isEnabled() and form.folder == Path(tmp_path)


def test_a_report_of_many_is_one_file_for_each_format(form, liberia, workbench):
    other = Case(title="The other case", ref_code="YY-2002-001", sensitivity=Sensitivity.PUBLIC)
    workbench.library.cases.save(None, other, None)
    form.cases.show_cases((liberia.id, other.id))
    form.offer_formats(("pdf", "docx"), True)
    assert button(form).text() == "Export 2 files"
    form.offer_formats(("pdf", "docx"))
    assert button(form).text() == "Export 4 files"
