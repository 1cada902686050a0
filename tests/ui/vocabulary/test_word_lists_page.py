import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QListWidget, QPlainTextEdit, QPushButton, QWidget

from casebook.domain.case import new_case
from casebook.domain.records import TermRef
from casebook.domain.sections.challenges import Challenge
from casebook.storage.library import Library
from casebook.ui.vocabulary.word_lists_page import WordListsPage


def listed(workbench, key="challenge"):
    return workbench.vocabularies[key]


def below(workbench, term_id):
    return [term.id for term in listed(workbench).by_id[term_id].narrower]


def button(page, name):
    return page.findChild(QWidget, name)


def editing(page, qtbot):
    qtbot.waitUntil(lambda: page.findChild(QLineEdit, "term-line") is not None)
    return page.findChild(QLineEdit, "term-line")


def test_it_lists_what_fields_take_their_words_from(page, workbench):
    lists = page.findChild(QListWidget, "word-lists")
    titles = [lists.item(at).text() for at in range(lists.count())]
    assert "Challenges" in titles and "Frameworks" in titles and "Kinds of absence" not in titles
    assert titles == sorted(titles, key=str.casefold)
    assert page.terms.tree.topLevelItemCount() == 8


def test_a_word_is_added_beside_another_and_below_one(page, workbench, qtbot, typed):
    page.terms.tree.choose("funding")
    qtbot.mouseClick(button(page, "add-term"), Qt.MouseButton.LeftButton)
    typed(editing(page, qtbot), "Convoys")
    qtbot.waitUntil(lambda: listed(workbench).get("convoys") is not None)
    assert below(workbench, "resource-constraints")[:2] == ["funding", "convoys"]
    assert page.terms.tree.current_id == "convoys"
    qtbot.keyClick(page.terms.tree, Qt.Key.Key_Insert, Qt.KeyboardModifier.ShiftModifier)
    typed(editing(page, qtbot), "Escorts")
    qtbot.waitUntil(lambda: listed(workbench).get("escorts") is not None)
    assert below(workbench, "convoys") == ["escorts"]
    workbench.undo()
    workbench.undo()
    assert listed(workbench).get("convoys") is None and listed(workbench).get("escorts") is None


def test_a_word_that_is_there_already_is_refused_in_a_sentence(page, workbench, qtbot, typed):
    page.terms.tree.choose("funding")
    with qtbot.waitSignal(workbench.problem, check_params_cb=lambda said: "already" in said):
        qtbot.mouseClick(button(page, "add-term"), Qt.MouseButton.LeftButton)
        typed(editing(page, qtbot), "Training facilities")
    assert workbench.word_lists.additions == {}


@pytest.mark.parametrize("text", ["", "   "])
def test_leaving_the_line_empty_adds_nothing(page, workbench, qtbot, text):
    before = page.terms.tree.topLevelItemCount()
    page.terms.tree.choose("coordination")
    qtbot.mouseClick(button(page, "add-term"), Qt.MouseButton.LeftButton)
    line = editing(page, qtbot)
    qtbot.keyClicks(line, text)
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: page.terms.tree.topLevelItemCount() == before)
    assert workbench.word_lists.additions == {}


def test_a_word_is_renamed_in_place(page, workbench, qtbot, typed):
    page.terms.tree.choose("funding")
    page.terms.tree.setFocus()
    qtbot.keyClick(page.terms.tree, Qt.Key.Key_F2)
    line = editing(page, qtbot)
    line.selectAll()
    typed(line, "Money")
    qtbot.waitUntil(lambda: listed(workbench).label("funding") == "Money")
    assert page.findChild(QLabel, "term-title").text() == "Money"
    assert page.terms.tree.current_id == "funding"
    workbench.undo()
    assert page.terms.tree.currentItem().text(0) == "Funding"


def test_labels_in_other_languages_and_what_it_means(page, workbench, qtbot):
    page.terms.tree.choose("funding")
    french = page.details.labels.line("fr")
    french.setFocus()
    french.selectAll()
    qtbot.keyClicks(french, "Argent")
    qtbot.keyClick(french, Qt.Key.Key_Tab)
    assert listed(workbench).label("funding", "fr") == "Argent"
    more = page.findChild(QComboBox, "add-language")
    more.setCurrentIndex(more.findData("es"))
    more.activated.emit(more.currentIndex())
    qtbot.keyClicks(page.details.labels.line("es"), "Dinero")
    workbench.flush()
    assert listed(workbench).label("funding", "es") == "Dinero"
    meaning = page.findChild(QPlainTextEdit, "meaning")
    meaning.setFocus()
    meaning.selectAll()
    qtbot.keyClicks(meaning, "Too little of it.")
    page.terms.tree.setFocus()
    assert listed(workbench).by_id["funding"].definition["en"] == "Too little of it."


def test_words_move_up_and_down_and_back(page, workbench, qtbot):
    before = below(workbench, "resource-constraints")
    page.terms.tree.choose("funding")
    page.terms.tree.setFocus()
    qtbot.keyClick(page.terms.tree, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert below(workbench, "resource-constraints")[:2] == [before[1], "funding"]
    qtbot.mouseClick(button(page, "term-up"), Qt.MouseButton.LeftButton)
    assert below(workbench, "resource-constraints") == before
    qtbot.mouseClick(button(page, "term-up"), Qt.MouseButton.LeftButton)
    assert below(workbench, "resource-constraints") == before
    assert page.terms.tree.current_id == "funding"


def test_a_retired_word_names_what_replaces_it_and_comes_back(page, workbench, qtbot):
    page.terms.tree.choose("overload")
    instead = page.findChild(QComboBox, "instead")
    retire = page.findChild(QPushButton, "retire")
    assert not retire.isEnabled()
    instead.setCurrentIndex(instead.findData("command-control"))
    qtbot.mouseClick(retire, Qt.MouseButton.LeftButton)
    assert listed(workbench).by_id["overload"].deprecated_by == "command-control"
    assert "Command and control" in page.findChild(QLabel, "retired").text()
    qtbot.mouseClick(page.findChild(QPushButton, "offer-again"), Qt.MouseButton.LeftButton)
    assert workbench.word_lists.additions == {}


def test_what_is_used_is_counted_named_and_not_deleted(page, workbench, qtbot):
    words, term_id = page.current.adding("Convoys", "en")
    workbench.word_lists.change(words, "Add")
    case = new_case(title="Roads", challenges=(Challenge(title="Mud", category=TermRef(term_id)),))
    workbench.library.cases.save(None, case)
    page.arrive()
    page.terms.tree.choose(term_id)
    used = page.findChild(QPushButton, "used-in")
    qtbot.waitUntil(lambda: used.text() == "Used in 1 case", timeout=10_000)
    assert page.terms.tree.currentItem().text(1) == "1"
    assert not page.findChild(QPushButton, "delete-term").isEnabled()
    with qtbot.waitSignal(workbench.problem, check_params_cb=lambda said: "cannot be deleted" in said):
        page.terms.tree.setFocus()
        qtbot.keyClick(page.terms.tree, Qt.Key.Key_Delete)
    qtbot.mouseClick(used, Qt.MouseButton.LeftButton)
    cases = page.findChild(QListWidget, "used-cases")
    qtbot.waitUntil(cases.isVisible, timeout=10_000)
    assert [cases.item(at).text() for at in range(cases.count())] == ["Roads"]
    with qtbot.waitSignal(workbench.workspace_requested) as wanted:
        qtbot.keyClick(cases, Qt.Key.Key_Return)
    assert wanted.args == ["write"] and workbench.case.id == case.id


def test_an_unused_word_is_deleted_and_comes_back(page, workbench, qtbot):
    words, term_id = page.current.adding("Convoys", "en")
    workbench.word_lists.change(words, "Add")
    page.terms.tree.choose(term_id)
    delete = page.findChild(QPushButton, "delete-term")
    with qtbot.waitSignal(workbench.told) as told:
        qtbot.mouseClick(delete, Qt.MouseButton.LeftButton)
    assert listed(workbench).get(term_id) is None and "Convoys" in told.args[0]
    told.args[1]()
    assert listed(workbench).get(term_id) is not None
    page.terms.tree.choose("funding")
    assert not delete.isVisible()


def test_lists_that_casebook_goes_by_take_other_words_only(page, workbench, qtbot, typed):
    page.lists.choose("consent")
    assert not button(page, "add-term").isEnabled() and not button(page, "term-down").isEnabled()
    assert "Casebook goes by this list" in page.findChild(QLabel, "term-notice").text()
    assert not page.findChild(QComboBox, "instead").isVisible()
    qtbot.mouseClick(button(page, "rename-term"), Qt.MouseButton.LeftButton)
    line = editing(page, qtbot)
    line.selectAll()
    typed(line, "Not given")
    qtbot.waitUntil(lambda: "consent" in workbench.word_lists.additions)
    assert page.terms.tree.currentItem().text(0) == "Not given"


def test_undo_in_another_list_goes_where_it_can_be_seen(page, workbench):
    workbench.word_lists.change(page.current.placing("overload", 0), "Move")
    page.lists.choose("framework")
    workbench.undo()
    assert page.lists.current == "challenge"


def test_without_a_library_it_says_so(page, workbench):
    workbench.set_library(None)
    assert "No library is open" in page._nothing.accessibleName() and page._nothing.isVisible()


def test_reading_only_everything_can_be_looked_at(page, workbench, qtbot):
    path = workbench.library.path
    workbench.set_library(None)
    workbench.set_library(Library.open(path, read_only=True))
    page.lists.choose("challenge")
    page.terms.tree.choose("funding")
    assert "reading only" in page.findChild(QLabel, "term-notice").text()
    for name in ("add-term", "rename-term", "term-up", "retire"):
        assert not button(page, name).isEnabled(), name
    assert page.details.labels.line("en").isReadOnly()


def test_the_way_back_to_the_settings(page, workbench, qtbot):
    with qtbot.waitSignal(workbench.workspace_requested) as wanted:
        qtbot.mouseClick(button(page, "back-to-settings"), Qt.MouseButton.LeftButton)
    assert wanted.args == ["settings"]


def test_in_the_window_find_looks_for_a_word_and_undo_takes_back(window, workbench, qtbot):
    window.actions_table["word-lists"].trigger()
    page = window.findChild(WordListsPage)
    page.lists.choose("challenge")
    window.actions_table["find"].trigger()
    qtbot.keyClicks(page.findChild(QLineEdit, "term-filter"), "coordin")
    shown = page.terms.tree.topLevelItem(4)
    assert (
        shown.text(0) == "Coordination"
        and not shown.isHidden()
        and page.terms.tree.topLevelItem(0).isHidden()
    )
    workbench.word_lists.change(page.current.placing("overload", 0), "Move a word")
    assert window.actions_table["undo"].isEnabled()
    window.actions_table["undo"].trigger()
    assert workbench.word_lists.additions == {}
