from casebook.ui.workspace import Workspace


def test_a_workspace_chooses_nothing_until_it_says_so(qtbot, look):
    space = Workspace()
    qtbot.addWidget(space)
    space.take_cases(("one",))
    space.search()
    space.arrive()
    assert (space.chosen_cases(), space.shows_trash()) == ((), False)
