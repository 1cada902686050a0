import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPushButton

from casebook.ui.publish.publish_workspace import PublishWorkspace
from casebook.ui.publish.result_list import ResultList
from casebook.ui.widgets.card import Card
from casebook.ui.widgets.elided_label import ElidedLabel


@pytest.fixture
def space(workbench, qtbot, tmp_path):
    made = PublishWorkspace(workbench)
    qtbot.addWidget(made)
    made.resize(1300, 800)
    made.show()
    made.findChild(QLineEdit, "folder").setText(str(tmp_path / "out"))
    yield made
    workbench.tasks.cancel_all()


def withheld(space):
    return space.findChild(QLabel, "withheld").text()


def test_the_open_case_comes_along(space, qtbot, liberia):
    space.arrive()
    assert space.chosen_cases() == (liberia.id,)
    qtbot.waitUntil(lambda: "Looking" not in withheld(space), timeout=5000)
    assert "Choose a case" not in withheld(space)


def test_it_exports_what_was_chosen(space, qtbot, liberia, tmp_path):
    space.take_cases((liberia.id,))
    for key, wanted in {"pdf": False, "docx": False, "html": True}.items():
        box = space.findChild(QCheckBox, f"format-{key}")
        if box.isChecked() != wanted:
            box.click()
    qtbot.mouseClick(space.findChild(QPushButton, "export"), Qt.MouseButton.LeftButton)
    results = space.findChild(ResultList)
    qtbot.waitUntil(lambda: bool(results.findChildren(ElidedLabel)), timeout=30_000)
    (file,) = (tmp_path / "out").iterdir()
    assert file.suffix == ".html" and liberia.title in file.read_text(encoding="utf-8")
    qtbot.waitUntil(space.findChild(QPushButton, "export").isEnabled, timeout=5000)
    assert not space.findChild(QPushButton, "cancel-export").isVisible()


def test_the_pages_stand_in_the_middle_and_come_back_after_an_export(space, qtbot, liberia):
    with qtbot.waitSignal(space.preview.changed, timeout=30_000):
        space.take_cases((liberia.id,))
    qtbot.waitUntil(lambda: space.preview.document is not None, timeout=30_000)
    for key in ("pdf", "docx", "md"):
        space.findChild(QCheckBox, f"format-{key}").click()
    qtbot.mouseClick(space.findChild(QPushButton, "export"), Qt.MouseButton.LeftButton)
    assert not space.preview.isVisible()
    qtbot.waitUntil(lambda: bool(space.findChild(ResultList).findChildren(ElidedLabel)), timeout=30_000)
    qtbot.mouseClick(space.findChild(QPushButton, "back-to-pages"), Qt.MouseButton.LeftButton)
    assert space.preview.isVisible() and space.preview.document.pageCount() > 10


def test_another_report_shows_other_pages(space, qtbot, liberia):
    space.take_cases((liberia.id,))
    qtbot.mouseClick(space.findChild(Card, "report-participant-handout"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: space.preview.document is not None, timeout=30_000)
    assert space.preview.document.pageCount() <= 2
    space.search()
    assert space.findChild(QLineEdit, "find-in-pages").isVisible()


def test_closing_the_library_empties_it(space, workbench, liberia):
    space.take_cases((liberia.id,))
    workbench.set_library(None)
    assert space.chosen_cases() == ()
