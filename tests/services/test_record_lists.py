"""The list of actors or sources as a table."""

from datetime import date

from casebook.domain.case import Case
from casebook.domain.records import Stamp, TermRef
from casebook.domain.sections.registry import Actor, Source
from casebook.domain.wording import Wording
from casebook.services.record_lists import record_grid
from casebook.storage.library import Library
from casebook.storage.record_query import RecordQuery
from tests.strategies import VOCABULARIES

STAMP = Stamp(updated_at="2026-05-01T09:00:00+00:00", updated_by="Ama")
ECOWAS = Actor(
    name="Economic Community", short_name="ECOWAS", type=TermRef("regional-organisation"), stamp=STAMP
)
POLICE = Actor(name="Police", stamp=STAMP)
REPORT = Source(title="A report", citation_key="report-2003", stamp=STAMP)


def made(tmp_path, query):
    seen = []
    with Library.create(tmp_path / "lib.casebook") as library:
        library.cases.save(None, Case(actor_records=(ECOWAS, POLICE), source_records=(REPORT,)))
        library.cases.save(None, Case(actor_records=(ECOWAS,)))
        wording = Wording(vocabularies=VOCABULARIES)
        grid = record_grid(library, query, wording, lambda done, of: seen.append((done, of)), lambda: False)
    return grid, seen


def test_actors_as_they_are_listed(tmp_path):
    grid, seen = made(tmp_path, RecordQuery(section="actor_records"))
    assert grid.columns == ("Name", "Short name", "Type", "Used in", "Changed", "Changed by")
    assert grid.rows[0] == (
        "Economic Community",
        "ECOWAS",
        "Regional organisation",
        2,
        date(2026, 5, 1),
        "Ama",
    )
    assert grid.rows[1][:4] == ("Police", "", "", 1)
    assert seen[-1] == (2, 2)


def test_only_what_was_searched_for_in_its_order(tmp_path):
    query = RecordQuery(section="actor_records", sort="cases", descending=False)
    grid, _seen = made(tmp_path, query)
    assert [row[0] for row in grid.rows] == ["Police", "Economic Community"]


def test_sources_by_their_keys(tmp_path):
    grid, _seen = made(tmp_path, RecordQuery(section="source_records", text="report"))
    assert grid.columns[1] == "Citation key"
    assert grid.rows[0][:2] == ("A report", "report-2003")
