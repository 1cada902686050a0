import pytest
from PySide6.QtCore import Qt

from casebook.domain.case import Case
from casebook.domain.merge_plan import merge_plan
from casebook.domain.merge_rows import Choice
from casebook.domain.sections.challenges import Challenge
from casebook.domain.wording import Wording
from casebook.ui.likeness.merge_lines import merge_lines
from casebook.ui.likeness.merge_model import MergeModel, MergeRole
from tests.strategies import VOCABULARIES

WORDING = Wording(vocabularies=VOCABULARIES)


@pytest.fixture
def model():
    kept = Case(title="One", brief="Same.", challenges=(Challenge(title="Gap", severity=2),))
    other = Case(title="Two", brief="Same.", context="New.", challenges=(Challenge(title="Gap", severity=4),))
    plan = merge_plan(kept, other, WORDING)
    made = MergeModel()
    made.show_plan(plan, merge_lines(plan, WORDING))
    return made


def titles(model):
    return [model.index(at).data() for at in range(model.rowCount())]


def place(model, title):
    return titles(model).index(title)


def test_only_what_differs_is_shown_under_its_heading(model, qtmodeltester):
    assert titles(model) == ["Overview", "Title", "Narrative", "Context", "Challenges", "Gap", "Severity"]
    assert model.index(0).flags() == Qt.ItemFlag.NoItemFlags
    model.show_only_differences(False)
    assert "Brief" in titles(model)
    qtmodeltester.check(model)


def test_choosing_decides(model, qtbot):
    assert model.open_count == 2
    with qtbot.waitSignal(model.decided):
        model.choose(place(model, "Title"), Choice.OTHER)
    assert model.open_count == 1 and model.choices == {"field/title": Choice.OTHER}
    assert model.index(place(model, "Title")).data(MergeRole.CHOICE) == Choice.OTHER
    model.choose(place(model, "Context"), Choice.BOTH)  # it is not offered
    model.choose(0, Choice.KEPT)
    assert model.open_count == 1


def test_two_entries_have_no_values_to_decide(model):
    gap = place(model, "Gap")
    model.choose(gap, Choice.BOTH)
    assert "Severity" not in titles(model) and model.open_count == 1
    model.choose(gap, Choice.KEPT)
    assert titles(model)[gap + 1] == "Severity"


def test_the_next_open_row_is_found_round_the_end(model):
    assert model.next_open(-1) == place(model, "Title")
    assert model.next_open(place(model, "Title")) == place(model, "Severity")
    assert model.next_open(place(model, "Severity")) == place(model, "Title")
    for title in ("Title", "Severity"):
        model.choose(place(model, title), Choice.KEPT)
    assert model.next_open(0) == -1


def test_a_row_tells_both_sides_and_the_choice(model):
    told = model.index(place(model, "Title")).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told == "Title. Stays: One. Other: Two. Keep"
    assert "Two" not in model.index(place(model, "Overview")).data(Qt.ItemDataRole.AccessibleTextRole)
