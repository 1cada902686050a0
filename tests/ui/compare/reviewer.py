"""Hands and eyes of somebody who compares: three small cases, and what is done with them by clicks and keys."""

from typing import Any

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QWidget

from casebook.domain.case import Case
from casebook.domain.dates import When
from casebook.domain.records import Absence, RecordId, Sensitivity, TermRef
from casebook.domain.sections.challenges import Challenge
from casebook.domain.sections.evidence import Evidence
from casebook.domain.sections.lessons import Lesson
from casebook.domain.sections.outcomes import Indicator, Measurement, Outcome
from casebook.domain.sections.registry import Source
from casebook.ui.compare.comparison_desk import ComparisonDesk
from casebook.ui.compare.comparison_page import ComparisonPage
from casebook.ui.compare.lines import Line
from casebook.ui.workbench import Workbench

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
NONE = Qt.KeyboardModifier.NoModifier


def ident(number: int) -> RecordId:
    """An id."""
    return RecordId(f"01910000-0000-7000-8000-{number:012x}")


RIVER, COAST, HILLS = ident(1), ident(2), ident(3)
SHARED, CULTURE, DOCTRINE = (
    "challenges/term:mandate-gap",
    "challenges/term:institutional-culture",
    "challenges/term:doctrine",
)
SOLID = Source(id=ident(90), title="Final report", reliability=TermRef("b"))
RUMOUR = Source(id=ident(91), title="Hearsay", reliability=TermRef("e"))
CONTEXT = "Two armed movements stood outside the capital when the first battalion arrived in August."


def _outcome(number: int, baseline: float, achieved: float, unit: str) -> dict[str, Any]:
    outcome = Outcome(id=ident(number), statement="More trained", domain=TermRef("local-security-capacity"))
    indicator = Indicator(
        id=ident(number + 1), name="Personnel trained", unit=unit, baseline=baseline, parent=outcome.id
    )
    measured = Measurement(id=ident(number + 2), value=achieved, date=When("2010"), parent=indicator.id)
    return {"outcomes": (outcome,), "indicators": (indicator,), "measurements": (measured,)}


def small_cases() -> tuple[Case, Case, Case]:
    """River and Coast have much in common; Hills says little, and why."""

    def challenge(number: int, title: str, category: str, **more: Any) -> Challenge:
        return Challenge(id=ident(number), title=title, category=TermRef(category), **more)

    river = Case(
        id=RIVER,
        ref_code="RV-1",
        title="River: a first battalion",
        scope=TermRef("national"),
        sensitivity=Sensitivity.PUBLIC,
        context=CONTEXT,
        problem="**Who** should disarm first?",
        challenges=(
            challenge(
                10, "The mandate stopped at the bank", "mandate-gap", description="No boats were allowed."
            ),
            challenge(11, "A second gap in the mandate", "mandate-gap"),
            challenge(12, "Two armies, two habits", "institutional-culture"),
        ),
        lessons=(Lesson(id=ident(20), title="Hand over the planning cell early"),),
        evidence=(
            Evidence(id=ident(30), claim=ident(10), source=SOLID.id, credibility=TermRef("2")),
            Evidence(id=ident(31), claim=ident(12), source=RUMOUR.id, credibility=TermRef("4")),
        ),
        source_records=(SOLID, RUMOUR),
        **_outcome(40, 0, 3500, "people"),
    )
    coast = Case(
        id=COAST,
        ref_code="CO-2",
        title="Coast: a late mandate",
        scope=TermRef("national"),
        sensitivity=Sensitivity.PUBLIC,
        context=CONTEXT.replace("August", "May"),
        challenges=(
            challenge(13, "The mandate came late", "mandate-gap", description="Boats were allowed."),
            challenge(14, "Doctrine in two languages", "doctrine", sensitivity=Sensitivity.INTERNAL),
        ),
        lessons=(Lesson(id=ident(21), title="Hand the planning cell over early"),),
        **_outcome(50, 10, 1140, "people"),
    )
    hills = Case(
        id=HILLS,
        ref_code="HI-3",
        title="Hills: no partnership came of it",
        scope=TermRef("sub-national"),
        sensitivity=Sensitivity.PUBLIC,
        absences={"challenges": Absence.NONE_FOUND, "problem": Absence.NOT_APPLICABLE},
        **_outcome(60, 1, 2, "battalions"),
    )
    return river, coast, hills


class Reviewer:
    """A comparison on the screen of somebody who reads it."""

    def __init__(self, qtbot: Any, workbench: Workbench, page: ComparisonPage) -> None:
        self.qtbot, self.workbench, self.page = qtbot, workbench, page
        self.told: list[tuple[str, Any]] = []
        self.problems: list[str] = []
        self.asked_for: list[str] = []
        workbench.told.connect(lambda sentence, offer: self.told.append((sentence, offer)))
        workbench.problem.connect(self.problems.append)
        workbench.workspace_requested.connect(self.asked_for.append)

    @property
    def desk(self) -> ComparisonDesk:
        """What lies on the table."""
        return self.page._desk

    @property
    def lines(self) -> list[str]:
        """Keys of the lines that are shown."""
        return [line.key for line in self.page.model.lines]

    @property
    def titles(self) -> list[str]:
        """Titles over the columns."""
        model = self.page.model
        return [model.headerData(at, Qt.Orientation.Horizontal) for at in range(model.columnCount() - 1)]

    @property
    def line(self) -> Line:
        """The line the keyboard is in."""
        line = self.page.table.current_line
        assert line is not None
        return line

    def show(self, *case_ids: str) -> None:
        """Lay cases side by side."""
        self.desk.take_cases(case_ids)
        self.wait()

    def wait(self) -> None:
        """Until the cases lie side by side and are looked through."""
        self.qtbot.waitUntil(lambda: not self.desk.busy and not self.workbench.tasks.running, timeout=10_000)

    def save(self) -> None:
        """Have everything saved."""
        self.workbench.flush()

    def go(self, key: str, column: int = 0) -> None:
        """Put the keyboard into a row."""
        at = self.page.model.row_with(key)
        assert at >= 0, (key, self.lines)
        self.page.table.setFocus()
        self.page.table.go(at, column)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        """Press a key in the table."""
        QTest.keyClick(self.page.table, key, modifier)

    def open(self, key: str) -> None:
        """Open a section or row."""
        self.go(key)
        self.press(Qt.Key.Key_Return)

    def write(self, text: str) -> None:
        """Type a finding where the keyboard is, and leave it."""
        self.press(Qt.Key.Key_F2)
        editor = self.page.widgets.editor
        assert editor is not None
        QTest.keyClicks(editor.text, text)
        QTest.keyClick(editor.text, Qt.Key.Key_Escape)

    def words(self, key: str, column: int) -> str:
        """What a cell says."""
        model = self.page.model
        return model.data(model.index(model.row_with(key), column))

    def box(self, name: str, value: Any, within: QWidget | None = None) -> None:
        """Choose in a box as a person does."""
        box = (within or self.page).findChild(QComboBox, name)
        at = box.findData(value)
        assert at >= 0, (name, value)
        box.setCurrentIndex(at)
        box.activated.emit(at)

    def click(self, name: str, within: QWidget | None = None) -> None:
        """Click a button."""
        button = (within or self.page).findChild(QPushButton, name) or (within or self.page).findChild(
            QWidget, name
        )
        assert button is not None, name
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def said(self, name: str) -> str:
        """What a label says."""
        return self.page.findChild(QLabel, name).text()

    def seek(self, text: str) -> None:
        """Type words into the filter."""
        field = self.page.findChild(QLineEdit, "row-text")
        field.setFocus()
        with self.qtbot.waitSignal(self.page.filters.changed, timeout=3000):
            field.clear()
            QTest.keyClicks(field, text)

    def cell(self, key: str, column: int) -> QRect:
        """Where a cell stands in the table."""
        model, table = self.page.model, self.page.table
        index = model.index(model.row_with(key), column)
        table.scrollTo(index)
        return table.visualRect(index)

    def click_cell(self, at: QPoint, *, double: bool = False) -> None:
        """Click a place of the table."""
        click = QTest.mouseDClick if double else QTest.mouseClick
        click(self.page.table.viewport(), Qt.MouseButton.LeftButton, NONE, at)
