from pathlib import Path

import attrs
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QListWidget, QPushButton

from casebook.domain.records import Sensitivity
from casebook.publishing.builds import PLAIN, Build
from casebook.publishing.templates import Template
from casebook.ui.publish.export_form import ExportForm

REPORT = Template(name="full-report", title="Full case report", folder=Path())


@pytest.fixture
def form(workbench, qtbot):
    made = ExportForm(workbench)
    qtbot.addWidget(made)
    made.resize(320, 700)
    made.show_build(Build(id="b1", name="Mine", folder="/reports"), REPORT)
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


def test_a_report_of_many_cases_is_one(form, workbench, liberia):
    other = attrs.evolve(liberia, id="01910000-0000-7000-8000-00000000000b", ref_code="XX-1")
    workbench.library.cases.save(None, type(liberia)(id=other.id, title="Other"))
    form.cases.show_cases((liberia.id, other.id))
    assert button(form).text() == "Export 4 files"
    form.show_build(form.build, attrs.evolve(REPORT, many=True))
    assert button(form).text() == "Export 2 files"


def test_every_choice_goes_into_the_build(form, qtbot):
    told = []
    form.edited.connect(told.append)
    qtbot.keyClick(form.findChild(QComboBox, "audience"), Qt.Key.Key_Down)
    form.findChild(QCheckBox, "format-html").click()
    form.findChild(QCheckBox, "receipt-page").click()
    qtbot.keyClick(form.findChild(QComboBox, "build-look"), Qt.Key.Key_Down)
    qtbot.keyClick(form.findChild(QComboBox, "citation-style"), Qt.Key.Key_Down)
    qtbot.keyClick(form.findChild(QComboBox, "report-language"), Qt.Key.Key_Down)
    rows = form.findChild(QListWidget, "sections")
    rows.setFocus()
    rows.setCurrentRow(1)
    qtbot.keyClick(rows, Qt.Key.Key_Space)
    qtbot.keyClicks(form.findChild(QLineEdit, "file-name"), "{title}")
    field = form.findChild(QLineEdit, "folder")
    field.selectAll()
    qtbot.keyClicks(field, "/elsewhere")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert (
        told[-1]
        == form.build
        == Build(
            id="b1",
            name="Mine",
            audience=Sensitivity.TRAINING,
            formats=("pdf", "docx", "html"),
            receipt_page=True,
            look=PLAIN,
            citation_style="casebook",
            language="en",
            left_out=("narrative",),
            file_name="{title}",
            folder="/elsewhere",
        )
    )
    assert form.folder == Path("/elsewhere")


def test_showing_a_build_tells_nothing_and_shows_all_of_it(form, qtbot):
    build = Build(
        id="b2",
        audience=Sensitivity.PARTNER,
        formats=("md",),
        left_out=("lessons",),
        file_name="{date}",
        receipt_page=True,
    )
    with qtbot.assertNotEmitted(form.edited):
        form.show_build(build, REPORT)
    assert form.build == build
    assert form.findChild(QComboBox, "audience").currentData() == int(Sensitivity.PARTNER)
    assert form.findChild(QCheckBox, "format-md").isChecked()
    assert not form.findChild(QCheckBox, "format-pdf").isChecked()
    assert "24" not in form.findChild(QLabel, "sections-words").text().split(" of ")[0]
    assert form.findChild(QLineEdit, "folder").text().endswith("Casebook reports")


def test_a_new_name_of_the_build_outlives_the_next_choice(form, qtbot):
    form.take_name(attrs.evolve(form.build, name="For Accra"))
    with qtbot.waitSignal(form.edited) as told:
        form.findChild(QCheckBox, "format-html").click()
    assert told.args[0].name == "For Accra"
    form.take_name(Build(id="another", name="Not mine"))
    assert form.build.name == "For Accra"


def test_formats_a_report_lacks_cannot_be_chosen(form, liberia):
    form.cases.show_cases((liberia.id,))
    form.show_build(form.build, attrs.evolve(REPORT, formats=("pdf",)))
    assert not form.findChild(QCheckBox, "format-docx").isEnabled()
    assert button(form).text() == "Export 1 file"


def test_a_folder_a_report_and_a_name_are_needed(form, liberia, tmp_path, qtbot):
    form.cases.show_cases((liberia.id,))
    field = form.findChild(QLineEdit, "folder")
    field.setText("")
    assert not button(form).isEnabled()
    field.setText(str(tmp_path))
    assert button(form).isEnabled() and form.folder == Path(tmp_path)
    name = form.findChild(QLineEdit, "file-name")
    qtbot.keyClicks(name, "{nothing}")
    assert not button(form).isEnabled()
    name.selectAll()
    qtbot.keyClick(name, Qt.Key.Key_Delete)
    assert button(form).isEnabled()
    form.show_build(form.build, None)
    assert not button(form).isEnabled()


def test_the_name_is_shown_with_the_first_case(form, liberia, qtbot):
    made = form.findChild(QLabel, "file-name-made")
    assert "title-of-the-case" in made.text()
    form.cases.show_cases((liberia.id,))
    qtbot.keyClicks(form.findChild(QLineEdit, "file-name"), "{reference} {audience}")
    assert made.text() == f"{liberia.ref_code} Public.pdf"


def test_of_refused_cases_no_files_are_promised(form, workbench, liberia):
    other = attrs.evolve(liberia, id="01910000-0000-7000-8000-00000000000c", ref_code="XX-2")
    workbench.library.cases.save(None, type(liberia)(id=other.id, title="Other"))
    form.cases.show_cases((liberia.id, other.id))
    form.show_refused(1)
    assert button(form).text() == "Export 2 files" and button(form).isEnabled()
    form.show_build(form.build, attrs.evolve(REPORT, many=True))
    assert not button(form).isEnabled()
    form.show_refused(0)
    assert button(form).isEnabled()
    form.show_build(form.build, REPORT)
    form.show_refused(2)
    assert (button(form).text(), button(form).isEnabled()) == ("Export", False)
