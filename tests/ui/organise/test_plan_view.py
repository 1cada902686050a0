"""A plan as it is shown: counted, grouped, and not all of it named when there is much."""

import pytest
from PySide6.QtWidgets import QLabel, QTreeWidget

from casebook.services.bulk import Line, Plan
from casebook.ui.organise.plan_view import NAMED, PlanView


@pytest.fixture
def view(desk, qtbot):
    made = PlanView(desk)
    qtbot.addWidget(made)
    return made


def lines(count, **values):
    return tuple(Line(case_id=str(at), title=f"Case {at}", **values) for at in range(count))


def test_much_is_counted_and_some_of_it_named(view):
    view.show_plan(Plan(changing=lines(NAMED + 50), same=lines(1), refused=lines(2, reason="why")))
    assert view.findChild(QLabel, "plan-words").text() == f"{NAMED + 50} change · 1 is so already · 2 refused"
    tree = view.findChild(QTreeWidget, "plan")
    groups = [tree.topLevelItem(at) for at in range(tree.topLevelItemCount())]
    assert [group.childCount() for group in groups] == [2, NAMED + 1, 1]
    assert groups[1].child(NAMED).text(0) == "and 50 more"
    assert not groups[2].isExpanded()


def test_what_has_no_title_is_named_all_the_same(view):
    view.show_plan(Plan(changing=(Line(case_id="1"),)))
    assert view.findChild(QTreeWidget, "plan").topLevelItem(0).child(0).text(0) == "Untitled case"
