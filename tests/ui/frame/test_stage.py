import pytest
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from casebook.ui.frame.stage import Stage
from casebook.ui.workspace import Workspace


class Page(Workspace):
    def __init__(self):
        super().__init__()
        self.arrivals = 0
        row = QHBoxLayout(self)
        for name in ("left", "right"):
            pane = QLineEdit()
            pane.setObjectName(name)
            pane.setProperty("pane", True)
            row.addWidget(pane)

    def arrive(self):
        self.arrivals += 1


@pytest.fixture
def stage(qtbot, look):
    made = []

    def maker(kind):
        def make():
            made.append(kind)
            return kind()

        return make

    one = Stage({"one": maker(Page), "other": maker(QWidget)})
    one.made = made
    qtbot.addWidget(one)
    one.show()
    return one


def test_pages_are_made_when_they_are_gone_to_and_once(stage, qtbot):
    assert stage.made == []
    with qtbot.waitSignal(stage.arrived) as arrived:
        page = stage.go("one")
    assert arrived.args == ["one"] and stage.current_key == "one" and stage.workspace is page
    stage.go("other")
    assert stage.workspace is None
    stage.go("one")
    assert stage.made == [Page, QWidget] and page.arrivals == 2
    with pytest.raises(KeyError):
        stage.go("nowhere")


def test_a_choice_in_a_page_is_passed_on(stage, qtbot):
    page = stage.go("one")
    with qtbot.waitSignal(stage.chosen):
        page.selection_changed.emit()


def test_panes_are_walked_in_a_circle(stage, qtbot):
    page = stage.go("one")
    page.findChild(QLineEdit, "left").setFocus()
    for step, name in ((1, "right"), (1, "left"), (-1, "right")):
        stage.walk_panes(step)
        assert stage.focusWidget().objectName() == name
    stage.go("other")
    stage.walk_panes(1)
    assert stage.current_key == "other"
