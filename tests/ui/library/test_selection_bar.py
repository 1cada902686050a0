import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from casebook.ui.actions import Actions, Needs
from casebook.ui.library.selection_bar import SelectionBar


@pytest.fixture
def bar(qtbot, look):
    host = QWidget()
    qtbot.addWidget(host)
    host.actions_table = Actions(host)
    made = SelectionBar(host.actions_table)
    QVBoxLayout(host).addWidget(made)
    host.resize(900, 100)
    host.show()
    made.host = host
    return made


def visible(bar):
    return {button.objectName() for button in bar.findChildren(QPushButton) if button.isVisible()}


def test_it_comes_with_a_choice_of_several(bar):
    bar.show_choice(1, trash=False)
    assert not bar.isVisible()
    bar.show_choice(3, trash=False)
    assert bar.findChild(QLabel, "chosen-count").text() == "3 chosen"
    assert "bar-compare-cases" in visible(bar) and "bar-restore" not in visible(bar)


def test_in_the_trash_one_is_enough(bar):
    bar.show_choice(1, trash=True)
    assert visible(bar) == {"bar-restore", "bar-delete"}


def test_its_buttons_are_the_actions(bar, qtbot):
    actions = bar.host.actions_table
    actions.enable(Needs.CASE | Needs.LIBRARY)
    bar.show_choice(5, trash=False)
    assert not bar.findChild(QPushButton, "bar-compare-cases").isEnabled()
    with qtbot.waitSignal(actions["publish-cases"].triggered):
        qtbot.mouseClick(bar.findChild(QPushButton, "bar-publish-cases"), Qt.MouseButton.LeftButton)


def test_its_buttons_wrap_in_a_narrow_place(bar):
    bar.show_choice(3, trash=False)
    bar.host.resize(420, 300)
    for button in bar.findChildren(QPushButton):
        if button.isVisible():
            assert button.mapTo(bar, button.rect().bottomRight()).x() <= bar.width()
            assert button.mapTo(bar, button.rect().bottomRight()).y() <= bar.height()
