"""Hands and eyes of somebody who writes a case: clicks, keys, and what is to be seen."""

from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from casebook.domain.case import Case
from casebook.ui.forms.choice_popup import ChoicePopup
from casebook.ui.forms.field_editor import FieldEditor
from casebook.ui.workbench import Workbench
from casebook.ui.write.child_group import ChildGroup
from casebook.ui.write.write_workspace import WriteWorkspace

CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


class WritingDesk:
    """A window with the Write workspace in front."""

    def __init__(self, qtbot: Any, workbench: Workbench, size: tuple[int, int] = (1360, 860)) -> None:
        self.qtbot, self.workbench = qtbot, workbench
        self.told: list[str] = []
        self.problems: list[str] = []
        workbench.told.connect(lambda sentence, _undo: self.told.append(sentence))
        workbench.problem.connect(self.problems.append)
        self.write = WriteWorkspace(workbench)
        qtbot.addWidget(self.write)
        self.write.resize(*size)
        with qtbot.waitExposed(self.write):
            self.write.show()
        self.write.activateWindow()
        with qtbot.waitActive(self.write):
            pass
        self.write.arrive()

    @property
    def case(self) -> Case:
        """The open case as it is now."""
        assert self.workbench.case is not None
        return self.workbench.case

    @property
    def focus(self) -> QWidget | None:
        """What has the keyboard."""
        return QApplication.focusWidget()

    @property
    def field(self) -> str:
        """The field that has the keyboard; empty when none has."""
        widget = self.focus
        while widget is not None:
            if isinstance(widget, FieldEditor):
                return widget.spec.name
            widget = widget.parentWidget()
        return ""

    @property
    def titles(self) -> list[str]:
        """The titles of the cards, from the top."""
        model = self.write.entries.model
        return [model.index(row).data() for row in range(model.rowCount())]

    @property
    def current(self) -> str:
        """The title of the current card."""
        return self.write.entries.list.currentIndex().data() or ""

    @property
    def section(self) -> str:
        """The title of the section or part chosen in the outline."""
        return self.write.outline.list.currentIndex().data()

    @property
    def place(self) -> str:
        """What the bar above the page says is shown."""
        return self.write.page._position.full_text

    def settle(self) -> None:
        """Let everything that waits for the event loop happen."""
        for _ in range(3):
            QApplication.processEvents()

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """Press a key where the keyboard is."""
        self.qtbot.keyClick(self.focus or self.write, key, modifiers)
        self.settle()

    def type(self, text: str) -> None:
        """Type a text where the keyboard is."""
        for letter in text:
            QTest.keyClick(self.focus, letter)
        self.settle()

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Click on a widget."""
        self.qtbot.mouseClick(widget, Qt.MouseButton.LeftButton, pos=at or widget.rect().center())
        self.settle()

    def go(self, key: str) -> None:
        """Click on a line of the outline."""
        outline = self.write.outline
        index = outline.model.index(outline.model.row_of(key))
        outline.list.scrollTo(index)
        self.click(outline.list.viewport(), outline.list.visualRect(index).center())

    def choose(self, row: int) -> None:
        """Click on a card."""
        cards = self.write.entries.list
        index = cards.model().index(row, 0)
        cards.scrollTo(index)
        self.click(cards.viewport(), cards.visualRect(index).center())

    def button(self, name: str, within: QWidget | None = None) -> QPushButton:
        """The visible button of this name."""
        found = (within or self.write).findChildren(QPushButton, name)
        return next(button for button in found if button.isVisible())

    def editor(self, name: str, within: QWidget | None = None) -> FieldEditor:
        """The visible editor of a field."""
        found = (within or self.write.page).findChildren(FieldEditor, name)
        return next(editor for editor in found if editor.isVisible())

    def enter(self, name: str, within: QWidget | None = None) -> FieldEditor:
        """Put the keyboard into a field."""
        editor = self.editor(name, within)
        editor.control.setFocus(Qt.FocusReason.MouseFocusReason)
        self.settle()
        return editor

    def group(self, key: str) -> ChildGroup:
        """The visible group of children of a section."""
        found = self.write.page.findChildren(ChildGroup, f"children-{key}")
        return next(group for group in found if group.isVisible())

    def offered(self) -> list[str]:
        """The rows of the list of suggestions that is open."""
        popup = next(popup for popup in self.write.findChildren(ChoicePopup) if popup.isVisible())
        model = popup.list.model()
        return [model.index(row, 0).data() for row in range(model.rowCount())]
