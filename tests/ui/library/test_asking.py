from casebook.domain.wanted import AmongCases
from casebook.services.panels import Tick
from casebook.storage.listing import RELEVANCE
from casebook.ui.library.case_lists import LISTS

BY_KEY = {entry.key: entry for entry in LISTS}


def found(asking, query):
    return set(asking._workbench.library.cases.ids(query))


def test_words_ticks_and_lists_narrow_together(asking, qtbot):
    every = found(asking, asking.query())
    with qtbot.waitSignal(asking.changed):
        asking.ask("17")
    worded = found(asking, asking.query())
    with qtbot.waitSignal(asking.changed):
        asking.tick(Tick("status", "approved"), on=True)
    both = found(asking, asking.query())
    assert both < worded < every
    assert found(asking, asking.base()) == worded
    assert asking.narrows
    with qtbot.waitSignal(asking.changed):
        asking.clear()
    assert not asking.narrows
    assert found(asking, asking.query()) == every


def test_what_does_not_change_the_question_tells_nobody(asking, qtbot):
    asking.ask("mission")
    with qtbot.assertNotEmitted(asking.changed):
        asking.ask(" mission ")
        asking.look_at(asking.list)
        asking.tick(Tick("status", "approved"), on=False)
        asking.narrow("drawn", "", None)


def test_two_ticks_of_one_facet_widen_and_of_two_facets_narrow(asking):
    asking.tick(Tick("status", "approved"), on=True)
    one = found(asking, asking.query())
    asking.tick(Tick("status", "draft"), on=True)
    two = found(asking, asking.query())
    asking.tick(Tick("era", "contemporary"), on=True)
    assert found(asking, asking.query()) < two
    assert one < two


def test_words_put_the_best_first_and_a_list_keeps_its_order(asking):
    assert asking.query().sort == "updated_at"
    asking.ask("mission")
    assert asking.query().sort == RELEVANCE


def test_what_else_narrows_can_be_left_out(asking):
    some = frozenset(list(found(asking, asking.query()))[:5])
    asking.narrow("drawn", "Map", AmongCases(some))
    assert found(asking, asking.query()) == some
    assert len(found(asking, asking.query(but="drawn"))) > 5
    asking.narrow("drawn", "", None)
    assert not asking.narrows


def test_a_list_may_ask_in_words(asking):
    recent = asking.asked_in(BY_KEY["unsourced"])
    assert 0 < len(found(asking, recent)) <= len(found(asking, asking.query()))
    assert found(asking, asking.asked_in(BY_KEY["recent"])) <= found(asking, asking.query())


def test_it_says_how_it_read_what_is_not_well_formed(asking):
    asking.ask('status:draft AND ("never closed')
    assert len(asking.understood().notes) == 2
    asking.ask("status:draft")
    assert asking.understood().notes == ()


def test_without_a_library_nothing_is_asked(asking, crowded):
    crowded.set_library(None)
    asking.start_over()
    asking.ask("mission")
    assert asking.understood().notes == ()
