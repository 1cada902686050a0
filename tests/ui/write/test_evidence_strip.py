"""Sources behind a claim: linked, linked again, graded and removed with keys and clicks."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from casebook.domain.case import new_case
from casebook.domain.entry_changes import adding
from casebook.domain.sections.challenges import Challenge
from casebook.domain.sections.registry import Source
from casebook.storage.library import Library
from casebook.ui.forms.form_context import FormContext
from casebook.ui.write.evidence_row import EvidenceRow
from casebook.ui.write.evidence_strip import EvidenceStrip

ELSEWHERE = "Annual report of a hospital in Gbarnga"


class Desk:
    """A window with one strip, shown for a new challenge without evidence."""

    def __init__(self, workbench, qtbot) -> None:
        self.workbench, self.qtbot = workbench, qtbot
        self.claim = Challenge(title="A claim nobody has backed yet")
        workbench.apply(adding(workbench.case, "challenges", self.claim))
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.window.resize(700, 500)
        self.strip = EvidenceStrip(workbench, FormContext(workbench), self.window)
        column = QVBoxLayout(self.window)
        column.addWidget(self.strip)
        column.addStretch(1)
        workbench.case_changed.connect(self.refresh)
        self.show(self.claim.id)
        with qtbot.waitExposed(self.window):
            self.window.show()
        self.window.activateWindow()

    @property
    def case(self):
        return self.workbench.case

    @property
    def evidence(self):
        return self.case.evidence_for(self.claim.id)

    @property
    def rows(self):
        return [row for row in self.strip.findChildren(EvidenceRow) if row.isVisible()]

    def refresh(self, case, _change) -> None:
        self.strip.show_record(case, self.claim.id)

    def show(self, record_id) -> None:
        self.strip.show_record(self.case, record_id)

    def click(self, name, kind=QPushButton) -> None:
        self.qtbot.mouseClick(self.window.findChild(kind, name), Qt.MouseButton.LeftButton)

    def line(self) -> QLineEdit:
        found = self.window.findChild(QLineEdit, "source-line")
        assert found is not None
        return found

    def look_for(self, text) -> None:
        self.click("link-source")
        self.qtbot.waitUntil(lambda: self.line().hasFocus())
        self.qtbot.keyClicks(self.line(), text)

    def link(self, text) -> None:
        self.look_for(text)
        self.qtbot.keyClick(self.line(), Qt.Key.Key_Return)

    def press(self, key) -> None:
        self.qtbot.keyClick(QApplication.focusWidget(), key)


@pytest.fixture
def desk(workbench, qtbot):
    return Desk(workbench, qtbot)


def known(desk):
    return desk.case.source_records[0]


def test_an_entry_without_evidence_is_marked_unsourced_quietly(desk):
    chips = [label for label in desk.window.findChildren(QLabel) if label.text() == "Unsourced"]
    assert chips[0].isVisible()
    desk.link(known(desk).title)
    assert not chips[0].isVisible()


def test_an_actor_record_is_no_claim(desk):
    desk.show(desk.case.actor_records[0].id)
    assert not any(
        label.isVisible() for label in desk.window.findChildren(QLabel) if label.text() == "Unsourced"
    )


def test_a_source_of_the_case_is_linked_by_typing_and_enter(desk):
    desk.link(known(desk).title)
    (link,) = desk.evidence
    assert (link.source, link.stance) == (known(desk).id, "supports")
    assert desk.rows[0].title.full_text == known(desk).title


def test_linking_is_one_undo_step(desk):
    sources = len(desk.case.source_records)
    steps = desk.workbench.undo_stack.count()
    desk.link("A source that nobody has named before")
    assert desk.workbench.undo_stack.count() == steps + 1
    assert len(desk.case.source_records) == sources + 1
    desk.workbench.undo()
    assert desk.evidence == ()
    assert len(desk.case.source_records) == sources
    desk.workbench.redo()
    assert len(desk.evidence) == 1


def test_a_new_source_gets_its_title_and_a_key(desk):
    desk.link("A source that nobody has named before")
    (link,) = desk.evidence
    made = desk.case.find(link.source)
    assert made.title == "A source that nobody has named before"
    assert made.citation_key


def test_a_source_of_another_case_comes_into_this_one(desk):
    other = new_case(title="Another", source_records=(Source(title=ELSEWHERE, citation_key="gbarnga"),))
    desk.workbench.library.cases.save(None, other, None)
    desk.link("annual gbarnga")
    (link,) = desk.evidence
    assert link.source == other.source_records[0].id
    assert desk.case.find(link.source).title == ELSEWHERE


def test_a_link_is_on_disk_at_once(desk):
    desk.link(known(desk).title)
    assert desk.workbench.library.cases.load(desk.case.id).evidence_for(desk.claim.id) == desk.evidence


def test_after_linking_the_page_is_typed_next(desk):
    desk.link(known(desk).title)
    desk.qtbot.keyClicks(QApplication.focusWidget(), "p. 4")
    desk.strip.flush()
    assert desk.evidence[0].locator == "p. 4"
    assert desk.rows[0].locator.text() == "p. 4"


def test_same_as_last_repeats_source_and_page_as_they_are_now(desk):
    desk.link(known(desk).title)
    desk.qtbot.keyClicks(QApplication.focusWidget(), "p. 4")
    desk.strip.flush()
    other = desk.case.challenges[0]
    desk.claim = other
    before = len(desk.evidence)
    desk.show(other.id)
    desk.click("link-same")
    assert len(desk.evidence) == before + 1
    assert (desk.evidence[-1].source, desk.evidence[-1].locator) == (known(desk).id, "p. 4")


def test_same_as_last_is_not_offered_before_the_first_link_and_then_asks(desk):
    assert not desk.strip.same_button.isVisible()
    desk.strip.link_same()
    desk.qtbot.waitUntil(lambda: desk.line().hasFocus())
    assert desk.evidence == ()


def test_same_as_last_reaches_across_cases(desk):
    desk.link(known(desk).title)
    source = known(desk)
    other = new_case(title="Another", challenges=(Challenge(title="There"),))
    desk.workbench.library.cases.save(None, other, None)
    desk.workbench.open_case(other.id)
    desk.claim = other.challenges[0]
    desk.show(desk.claim.id)
    desk.strip.link_same()
    assert desk.evidence[0].source == source.id
    assert desk.case.source_records == (source,)


def test_escape_links_nothing_and_goes_back_to_the_button(desk):
    desk.look_for("report")
    desk.press(Qt.Key.Key_Escape)
    desk.press(Qt.Key.Key_Escape)
    if desk.window.findChild(QLineEdit, "source-line") and desk.line().isVisible():
        desk.press(Qt.Key.Key_Escape)
    assert desk.evidence == ()
    assert QApplication.focusWidget() is desk.strip.link_button


def test_going_elsewhere_with_half_a_title_typed_links_nothing(desk):
    desk.look_for(known(desk).title[:-3])
    elsewhere = desk.case.challenges[0]
    before = len(desk.case.evidence)
    desk.show(elsewhere.id)
    assert len(desk.case.evidence) == before
    assert desk.strip.link_button.isVisible()


def test_the_close_button_links_nothing(desk):
    desk.look_for(known(desk).title[:-3])
    desk.click("close-source-line", QToolButton)
    assert desk.evidence == ()


def test_the_grade_is_shown_and_said_in_words(desk):
    source = next(source for source in desk.case.source_records if source.reliability == "b")
    desk.link(source.citation_key)
    grade = desk.rows[0].grade
    assert grade.text() == "B–"
    assert "usually reliable" in grade.toolTip().lower()


def test_a_contradicting_source_says_so(desk, liberia):
    contradicting = next(item for item in liberia.evidence if item.stance == "contradicts")
    desk.claim = desk.case.find(contradicting.claim)
    desk.show(desk.claim.id)
    shown = [row for row in desk.rows if row.stance.isVisible()]
    assert [row.stance.text() for row in shown] == ["Contradicts"]
    assert "Contradicts" in shown[0].accessibleName()


def test_removing_a_link_can_be_undone_from_what_is_told(desk):
    desk.link(known(desk).title)
    with desk.qtbot.waitSignal(desk.workbench.told) as told:
        desk.click("remove-evidence", QToolButton)
    assert desk.evidence == ()
    sentence, undo = told.args
    assert known(desk).title in sentence
    undo()
    assert len(desk.evidence) == 1
    assert len(desk.rows) == 1


def test_a_row_opens_and_closes_by_keys(desk):
    desk.link(known(desk).title)
    row = desk.rows[0]
    desk.press(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is row
    desk.press(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is not row
    desk.press(Qt.Key.Key_Escape)
    row.setFocus()
    desk.press(Qt.Key.Key_Delete)
    assert desk.evidence == ()


def test_the_stance_is_edited_in_place(desk):
    desk.link(known(desk).title)
    stance = desk.window.findChild(QWidget, "stance:control")
    stance.setFocus()
    stance.selectAll()
    desk.qtbot.keyClicks(stance, "Contradicts")
    desk.qtbot.keyClick(stance, Qt.Key.Key_Return)
    assert desk.evidence[0].stance == "contradicts"
    assert desk.rows[0].stance.text() == "Contradicts"


def test_a_read_only_library_offers_no_links(desk, library_file):
    desk.link(known(desk).title)
    claim, case_id = desk.claim, desk.case.id
    desk.workbench.set_library(None)
    desk.workbench.set_library(Library.open(library_file, read_only=True))
    desk.workbench.open_case(case_id)
    desk.show(claim.id)
    assert not desk.strip.link_button.isVisible()
    assert not desk.rows[0].remove_button.isVisible()
    desk.strip.link_source()
    desk.strip.link_same()
    assert len(desk.evidence) == 1


def test_every_control_has_a_name(desk):
    desk.link(known(desk).title)
    controls = [*desk.rows, *desk.window.findChildren(QToolButton), *desk.window.findChildren(QPushButton)]
    nameless = [
        type(control).__name__ for control in controls if not (control.accessibleName() or control.text())
    ]
    assert nameless == []


def test_a_link_made_below_what_is_seen_comes_into_sight(desk, qtbot):
    desk.link(known(desk).title)
    area = QScrollArea()
    qtbot.addWidget(area)
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.addSpacing(600)
    column.addWidget(desk.strip)
    area.setWidgetResizable(True)
    area.setWidget(holder)
    area.resize(700, 300)
    with qtbot.waitActive(area):
        area.show()
        area.activateWindow()
    desk.strip.link_same()
    qtbot.waitUntil(lambda: not desk.rows[-1].visibleRegion().isEmpty())
    assert desk.rows[-1].hasFocus()
