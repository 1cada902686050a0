"""What shared records are called in lists."""

from casebook.domain.case import new_case
from casebook.domain.identity import new_id
from casebook.domain.sections.registry import Actor, Source

AU = Actor(name="African  Union", short_name="AU")
UN = Actor(name="United\n Nations ")
NOBODY = Actor(aliases=("Nobody",))
BOOK = Source(title="A book")


def test_the_short_form_else_the_name_on_one_line_else_nothing(library):
    library.cases.save(None, new_case(actor_records=(AU, UN, NOBODY), source_records=(BOOK,)))
    ids = [AU.id, UN.id, NOBODY.id, new_id()]
    assert library.lookup.names("actor_records", ids) == {AU.id: "AU", UN.id: "United Nations"}
    assert library.lookup.names("source_records", [BOOK.id]) == {BOOK.id: "A book"}
    assert library.lookup.names("source_records", []) == {}
