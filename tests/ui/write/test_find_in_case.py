"""Find and replace in a case as a field officer does it: by keys and clicks, from a wrong name to one step back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from casebook.domain.case import new_case
from casebook.domain.records import Sensitivity
from casebook.domain.sections.challenges import Challenge
from casebook.domain.sections.outcomes import Indicator, Outcome
from casebook.domain.sections.registry import Actor
from casebook.ui.write.find_panel import FindPanel
from tests.ui.write.writing_desk import CONTROL, SHIFT, WritingDesk

KEY = Qt.Key
PLACES = 9
"""Where the case says Ecomil in words of its own."""


def wrong_case():
    outcome = Outcome(statement="Ecomil reached the port")
    return new_case(
        title="The Ecomil force",
        brief="Ecomil came first. Then Ecomil left.",
        context="😀 In 2003 the Ecomil vanguard came [@ecomil].\nÉcomil, some said.",
        challenges=(Challenge(title="No Ecomil radio"), Challenge(title="Roads", response="ecomil built")),
        outcomes=(outcome,),
        indicators=(Indicator(name="Posts of Ecomil", parent=outcome.id),),
        actor_records=(Actor(name="Ecomil mission", aliases=("West", "Ecomil")),),
        sensitivity=Sensitivity.PUBLIC,
    )


class Finder(WritingDesk):
    """A writing desk with the wrong case open."""

    def __init__(self, qtbot, workbench):
        case = wrong_case()
        workbench.library.cases.save(None, case, None)
        assert workbench.open_case(case.id)
        super().__init__(qtbot, workbench)
        self.panel = self.write.findChild(FindPanel)
        self.tree, self.model = self.panel.tree, self.panel.tree.found

    def look_for(self, words, replacement=None):
        """Open the panel and type."""
        self.press(KEY.Key_H, CONTROL)
        self.type(words)
        self.found()
        if replacement is not None:
            self.press(KEY.Key_Tab)
            while self.focus.objectName() != "replacement":
                self.press(KEY.Key_Tab)
            self.type(replacement)

    def found(self):
        """Wait until what was typed was looked for."""
        self.qtbot.waitUntil(lambda: not self.panel.pending)
        self.settle()

    def rows(self, parent=None):
        """Every row of the tree as (depth, text), from the top."""
        model = self.model
        for at in range(model.rowCount(*([parent] if parent else []))):
            index = model.index(at, 0, *([parent] if parent else []))
            yield index
            yield from self.rows(index)

    def row(self, words):
        """The first row that says these words."""
        return next(index for index in self.rows() if words in index.data())

    def tick(self, index):
        """Click on the box of a row."""
        self.tree.scrollTo(index)
        self.click(self.tree.viewport(), self.tree.box(index).center())

    def hit(self, index):
        """Click on the words of a row."""
        self.tree.scrollTo(index)
        place = self.tree.visualRect(index).center()
        self.click(self.tree.viewport(), place)

    @property
    def marked(self):
        """What is selected where the keyboard is."""
        if isinstance(self.focus, QLineEdit):
            return self.focus.selectedText()
        assert isinstance(self.focus, QPlainTextEdit)
        return self.focus.textCursor().selectedText()

    @property
    def said(self):
        return self.panel.count.text()

    @property
    def names(self):
        """Every text of the case that has the name in it, in one."""
        case = self.case
        own = [case.title, case.brief, case.context, *(c.title + c.response for c in case.challenges)]
        return " ".join([*own, case.outcomes[0].statement, case.indicators[0].name])


@pytest.fixture
def finder(workbench, qtbot):
    return Finder(qtbot, workbench)


def test_a_wrong_name_is_put_right_everywhere_and_back_in_one_step(finder):
    before = finder.case
    finder.look_for("ecomil", "ECOMIL")
    assert finder.said == f"{PLACES + 3} places in 6 entries, {PLACES} chosen"
    assert finder.panel.replace.text() == f"Replace {PLACES}"
    finder.click(finder.panel.replace)
    assert finder.names.count("ECOMIL") == PLACES
    assert "[@ecomil]" in finder.case.context
    assert finder.case.actor_records == before.actor_records
    assert finder.told[-1] == f"Replaced in {PLACES} places."
    (latest, *_rest) = finder.workbench.library.history.of(before.id)
    assert latest.what == f"“ecomil” replaced by “ECOMIL”, {PLACES} ×"
    assert finder.panel.replace.text() == "Replace"
    assert not finder.panel.replace.isEnabled()
    finder.workbench.undo()
    assert finder.case == before
    assert finder.workbench.library.cases.load(before.id) == before
    finder.workbench.redo()
    assert finder.names.count("ECOMIL") == PLACES


def test_only_what_is_ticked_is_replaced(finder):
    finder.look_for("ecomil", "ECOMIL")
    finder.tick(finder.row("Overview"))
    finder.tick(finder.row("No ECOMIL radio"))
    assert finder.said.endswith(f"{PLACES - 4} chosen")
    challenges = finder.row("Challenges")
    state = challenges.data(Qt.ItemDataRole.CheckStateRole)
    assert Qt.CheckState(state) == Qt.CheckState.PartiallyChecked
    finder.click(finder.panel.replace)
    assert finder.case.title == "The Ecomil force"
    assert [one.title for one in finder.case.challenges] == ["No Ecomil radio", "Roads"]
    assert finder.case.challenges[1].response == "ECOMIL built"


def test_space_ticks_and_all_can_be_chosen_or_none(finder):
    finder.look_for("ecomil", "ECOMIL")
    finder.tree.setFocus()
    finder.tree.setCurrentIndex(finder.row("ECOMIL force"))
    finder.press(KEY.Key_Space)
    assert finder.said.endswith(f"{PLACES - 1} chosen")
    finder.press(KEY.Key_Space)
    assert finder.said.endswith(f"{PLACES} chosen")
    finder.click(finder.panel.all)
    assert finder.said.endswith(f"{PLACES + 2} chosen")  # with what other cases share
    finder.click(finder.panel.all)
    assert finder.said.endswith("0 chosen")
    assert not finder.panel.replace.isEnabled()


def test_records_other_cases_share_are_apart_and_change_only_when_ticked(finder):
    finder.look_for("ecomil", "ECOMIL")
    shared = finder.row("shared with other cases")
    assert Qt.CheckState(shared.data(Qt.ItemDataRole.CheckStateRole)) == Qt.CheckState.Unchecked
    assert "Shared with other cases: 2." in finder.panel.notes.text()
    finder.tick(shared)
    finder.click(finder.panel.replace)
    actor = finder.case.actor_records[0]
    assert (actor.name, actor.aliases) == ("ECOMIL mission", ("West", "ECOMIL"))


def test_keys_of_citations_stay_and_it_is_said(finder):
    finder.look_for("ecomil", "ECOMIL")
    assert "Keys, addresses and codes stay: 1." in finder.panel.notes.text()
    (kept,) = [index for index in finder.rows() if "key of a citation" in (finder.model.data(index, 3) or "")]
    assert not kept.flags() & Qt.ItemFlag.ItemIsUserCheckable


def test_a_title_is_not_taken_away_altogether(finder):
    finder.look_for("no ecomil radio", "")
    assert finder.said == "1 place in 1 entry, 0 chosen"
    assert finder.panel.notes.text() == "Cannot be replaced: 1. Each says why."
    assert not finder.panel.replace.isEnabled()
    finder.press(KEY.Key_Escape)
    finder.look_for(" ecomil radio", "")
    assert finder.panel.replace.text() == "Take out 1"
    finder.click(finder.panel.replace)
    assert finder.case.challenges[0].title == "No"


def test_a_click_or_enter_goes_to_the_field_with_the_words_marked(finder):
    finder.look_for("ecomil")
    finder.hit(finder.row("vanguard came"))
    assert (finder.section, finder.field, finder.marked) == ("Narrative", "context", "Ecomil")
    finder.hit(finder.row("Indicator 1"))  # a group stands for its first place
    assert (finder.section, finder.field, finder.marked) == ("Outcomes", "name", "Ecomil")
    finder.tree.setFocus()
    finder.tree.setCurrentIndex(finder.row("built"))
    finder.press(KEY.Key_Return)
    assert (finder.place, finder.field, finder.marked) == ("Challenge 2 of 2", "response", "ecomil")


def test_f3_walks_through_all_places_round_and_round(finder):
    finder.look_for("ecomil")
    walked = []
    for _ in range(PLACES + 3):
        finder.press(KEY.Key_F3)
        walked.append((finder.section, finder.field))
    assert walked[:3] == [("Overview", "title"), ("Overview", "brief"), ("Overview", "brief")]
    assert walked[-1][1] == "aliases"
    finder.press(KEY.Key_F3)
    assert finder.field == "title"
    finder.press(KEY.Key_F3, SHIFT)
    assert finder.field == "aliases"
    finder.press(KEY.Key_Escape)
    assert finder.panel.isVisible()  # the keyboard is in the field
    finder.write.search()
    finder.press(KEY.Key_Return)
    assert finder.marked == "Ecomil"


def test_f3_goes_on_where_one_was_while_one_mends_by_hand(finder):
    finder.look_for("ecomil")
    finder.press(KEY.Key_F3)
    finder.press(KEY.Key_F3)
    assert finder.field == "brief"
    finder.press(KEY.Key_End)  # writes beside it
    finder.type(" Indeed.")
    finder.press(KEY.Key_F3)
    assert (finder.field, finder.focus.textCursor().selectionStart()) == ("brief", 24)
    finder.type("It")  # writes over it
    finder.press(KEY.Key_F3)
    assert (finder.section, finder.field) == ("Narrative", "context")


def test_escape_closes_and_the_guidance_is_back(finder):
    finder.look_for("ecomil")
    assert not finder.write.aside.isVisible()
    finder.press(KEY.Key_Escape)
    assert not finder.panel.isVisible()
    assert finder.write.aside.isVisible()
    assert finder.focus is finder.write.outline.list
    finder.press(KEY.Key_F3)  # it still knows what was looked for
    assert finder.marked == "Ecomil"


def test_options_and_sections_narrow_what_is_found(finder):
    finder.look_for("ecomil")
    finder.click(finder.panel.match_case)
    assert finder.said.startswith("2 places")
    finder.click(finder.panel.match_case)
    finder.click(finder.panel.match_accents)
    assert finder.said.startswith(f"{PLACES + 2} places")
    finder.click(finder.panel.match_accents)
    finder.panel.scope.set_roots(("challenges", "outcomes"))
    assert finder.panel.scope.text() == "2 sections"
    assert finder.said.startswith("4 places in 4 entries")
    finder.press(KEY.Key_H, CONTROL)
    finder.type("mil")
    finder.found()
    finder.click(finder.panel.whole_words)
    assert finder.said == "Nothing found."


def test_what_is_marked_in_a_text_is_looked_for(finder):
    finder.enter("title")
    finder.editor("title").control.setSelection(4, 6)
    finder.press(KEY.Key_H, CONTROL)
    assert finder.panel.words.text() == "Ecomil"
    assert finder.said.startswith(f"{PLACES + 3} places")


def test_nothing_is_replaced_that_was_not_seen(finder):
    finder.look_for("ecomil", "ECOMIL")
    finder.panel.words.setText("force")
    finder.click(finder.panel.replace)  # before it was looked for
    assert "force" in finder.case.title
    assert finder.told[-1].startswith("The list has changed")
    finder.click(finder.panel.replace)
    assert finder.case.title == "The Ecomil ECOMIL"


def test_what_is_typed_meanwhile_is_found_and_what_was_unticked_stays_so(finder):
    finder.look_for("ecomil", "ECOMIL")
    finder.tick(finder.row("ECOMIL force"))
    finder.enter("consent_notes")
    finder.type("Ecomil agreed")
    finder.qtbot.waitUntil(lambda: finder.said.endswith(f"{PLACES} chosen"))
    finder.click(finder.panel.replace)
    assert finder.case.consent_notes == "ECOMIL agreed"
    assert finder.case.title == "The Ecomil force"


def test_a_library_for_reading_only_can_be_searched_and_no_more(finder):
    finder.workbench.library.read_only = True
    finder.look_for("ecomil", "ECOMIL")
    assert not finder.panel.replace.isEnabled()
    assert "open for reading only" in finder.panel.notes.text()
    finder.hit(finder.row("built"))
    assert finder.marked == "ecomil"


def test_another_case_is_looked_through_when_it_is_opened(finder, liberia):
    finder.look_for("ecomil")
    assert finder.workbench.open_case(liberia.id)
    assert finder.said.startswith("8 places")
    finder.workbench.close_case()
    assert not finder.panel.isVisible()
    assert finder.model.rowCount() == 0


def test_only_so_many_places_are_shown_and_replaced(finder):
    finder.enter("consent_notes").control.setPlainText("x" * 600)
    finder.settle()
    finder.look_for("x", "y")
    assert "The first 500 are shown, and only those are replaced." in finder.said
    finder.click(finder.panel.replace)
    assert finder.case.consent_notes == "y" * 500 + "x" * 100
