"""Who may see a whole record."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLabel

from casebook.domain.records import Sensitivity
from casebook.ui.forms.audience_editor import AudienceEditor


@pytest.fixture
def editor(context, qtbot):
    editor = AudienceEditor(context)
    qtbot.addWidget(editor)
    with qtbot.waitActive(editor):
        editor.show()
        editor.activateWindow()
    return editor


def test_choosing_by_keys_is_told_and_explained(editor, qtbot):
    box = editor.findChild(QComboBox)
    with qtbot.waitSignal(editor.chosen) as chosen:
        qtbot.keyClick(box, Qt.Key.Key_Down)
    assert chosen.args == [Sensitivity.TRAINING]
    assert any("Trainers" in label.text() for label in editor.findChildren(QLabel))
    assert "Trainers" in box.accessibleDescription()


def test_showing_is_not_telling(editor, qtbot):
    with qtbot.assertNotEmitted(editor.chosen):
        for level in Sensitivity:
            editor.set_value(level)
            assert editor.value() is level


def test_the_wheel_passes_by(editor):
    editor.findChild(QComboBox).clearFocus()
    none = Qt.KeyboardModifier.NoModifier
    event = QWheelEvent(
        *(QPointF(5, 5), QPointF(5, 5), QPoint(), QPoint(0, -240)),
        *(Qt.MouseButton.NoButton, none, Qt.ScrollPhase.NoScrollPhase, False),
    )
    QApplication.sendEvent(editor.findChild(QComboBox), event)
    assert editor.value() is Sensitivity.PUBLIC


def test_read_only(editor):
    editor.set_read_only(True)
    assert not editor.findChild(QComboBox).isEnabled()


def test_the_open_list_shows_all_levels_without_scrolling(editor, qtbot):
    box = editor.findChild(QComboBox)
    box.showPopup()
    view = box.view()
    qtbot.waitUntil(view.isVisible)
    last = view.visualRect(view.model().index(box.count() - 1, 0))
    assert view.viewport().rect().contains(last)
    assert view.mapToGlobal(QPoint(0, 0)).y() >= box.mapToGlobal(QPoint(0, box.height() - 4)).y()
    box.hidePopup()
