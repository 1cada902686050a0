import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPushButton

from casebook.ui.publish.publish_workspace import PublishWorkspace
from casebook.ui.publish.result_list import ResultList
from casebook.ui.widgets.elided_label import ElidedLabel


@pytest.fixture
def space(workbench, qtbot, tmp_path):
    made = PublishWorkspace(workbench)
    qtbot.addWidget(made)
    made.resize(1300, 800)
    made.show()
    made.findChild(QLineEdit, "folder").setText(str(tmp_path / "out"))
    return made


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


def test_it_says_what_is_coming_until_something_was_exported(space):
    words = " ".join(label.text() for label in space.findChildren(QLabel) if label.isVisible())
    assert "page by page" in words


def test_closing_the_library_empties_it(space, workbench, liberia):
    space.take_cases((liberia.id,))
    workbench.set_library(None)
    assert space.chosen_cases() == ()
