"""Where a term is used: in fields, in lists of terms, in shared records, in the Trash."""

import threading

from casebook.domain.case import Case
from casebook.domain.records import RecordId, TermRef
from casebook.domain.sections.actors import Participant
from casebook.domain.sections.challenges import Challenge
from casebook.domain.sections.registry import Actor


def use(library, vocabulary):
    with library.term_use_apart() as found:
        return found.counts(vocabulary)


def test_cases_are_counted_once_however_often_they_use_a_term(library):
    twice = (Challenge(category=TermRef("funding")), Challenge(category=TermRef("funding")))
    library.cases.save(None, Case(title="Both", challenges=twice))
    library.cases.save(None, Case(title="One", challenges=(Challenge(category=TermRef("own-word")),)))
    assert use(library, "challenge") == {"funding": 1, "own-word": 1}
    assert use(library, "no-such-list") == {}


def test_terms_of_the_case_itself_and_lists_of_terms_count(library):
    families = (TermRef("peacekeeping"), TermRef("other"))
    library.cases.save(None, Case(title="A", era=TermRef("cold-war"), partnership_families=families))
    library.cases.save(None, Case(title="B", partnership_families=families[1:]))
    assert use(library, "era") == {"cold-war": 1}
    assert use(library, "partnership-family") == {"peacekeeping": 1, "other": 2}
    with library.term_use_apart() as found:
        assert [case.title for case in found.cases("partnership-family", "other")] == ["A", "B"]


def test_shared_records_count_for_the_cases_that_hold_them(library):
    actor = Actor(name="Ministry", type=TermRef("odd-type"))
    case = Case(title="A", actor_records=(actor,), actors=(Participant(actor=RecordId(actor.id)),))
    library.cases.save(None, case)
    assert use(library, "actor-type") == {"odd-type": 1}
    library.cases.trash(case.id)
    library.cases.delete(case.id)
    # The record stays in the library: nobody may delete its term yet.
    assert use(library, "actor-type") in ({"odd-type": 0}, {})


def test_a_case_in_the_trash_still_uses_its_terms_and_says_so(library):
    case = Case(title="Old", challenges=(Challenge(category=TermRef("funding")),))
    library.cases.save(None, case)
    library.cases.trash(case.id)
    assert use(library, "challenge") == {"funding": 1}
    with library.term_use_apart() as found:
        (named,) = found.cases("challenge", "funding")
    assert (named.title, named.trashed) == ("Old", True)


def test_it_can_be_looked_up_in_another_thread(library):
    library.cases.save(None, Case(title="A", challenges=(Challenge(category=TermRef("funding")),)))
    seen = []
    worker = threading.Thread(target=lambda: seen.append(use(library, "challenge")))
    worker.start()
    worker.join()
    assert seen == [{"funding": 1}]
