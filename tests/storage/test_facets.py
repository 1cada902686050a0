"""The sets follow every change: after anything at all they are those that the cases themselves give."""

import shutil
from contextlib import suppress
from random import Random

import attrs
import pytest
import sqlalchemy as sa
from hypothesis import Phase, given, settings
from pyroaring import BitMap

from casebook.domain.case import Case, new_case
from casebook.domain.errors import LibraryError, NotFoundError
from casebook.domain.identity import new_id
from casebook.domain.sections.actors import Participant
from casebook.domain.sections.evidence import Evidence
from casebook.domain.sections.outcomes import Indicator, Outcome
from casebook.domain.sections.registry import Actor, Source
from casebook.storage.facets import Facets
from casebook.storage.library import Library
from casebook.storage.listing import ListQuery
from casebook.storage.search import SHARED
from casebook.storage.shared_records import RecordChange
from casebook.storage.tables import tables_for
from tests.builders import build_case
from tests.naive_search import counted
from tests.strategies import SEEDS, any_change, any_value

FOLLOWING = ("state", "by", "completeness", "year")
"""Facets that follow from more than the case itself, or are looked at where they are used."""


def stored(library):
    """Every set, as (facet, value, number)."""
    with library._database.reading() as connection:
        sets = connection.execute(sa.select(tables_for(library.declaration).facet_sets)).all()
    return {(facet, value, number) for facet, value, held in sets for number in BitMap.deserialize(held)}


def made_anew(library):
    with library._database.writing() as connection:
        for _progress in Facets(tables_for(library.declaration)).rebuild(connection):
            pass
    return stored(library)


def words(library):
    """Every word of the index and the case or shared record it stands in."""
    driver = library._database.driver
    driver.execute("CREATE VIRTUAL TABLE IF NOT EXISTS temp.seen USING fts5vocab(main, word_index, row)")
    named = dict(
        driver.execute(
            f"SELECT {SHARED} + number, entry_id FROM search_text WHERE case_id IS NULL"
        ).fetchall()
    )
    named |= dict(driver.execute("SELECT number, id FROM case_list").fetchall())
    asked = "SELECT rowid FROM word_index WHERE word_index MATCH ?"
    return {
        (term, named.get(row[0]))
        for (term,) in driver.execute("SELECT term FROM temp.seen").fetchall()
        for row in driver.execute(asked, (f'"{term}"',)).fetchall()
    }


def naive(library):
    found = set()
    for trashed in (False, True):
        for row in library.cases.page(ListQuery(trashed=trashed)):
            case = library.cases.load(row.id)
            found |= {(facet, value, row.number) for facet, value in counted(case)}
            found.add(("state", "trashed" if trashed else "listed", row.number))
            found |= {("by", row.updated_by, row.number)} if row.updated_by else set()
            found.add(("completeness", str(row.completeness // 25 * 25), row.number))
    return found


@pytest.fixture(scope="module")
def four_cases(tmp_path_factory):
    path = tmp_path_factory.mktemp("four") / "four.casebook"
    with Library.create(path, author="Ama") as library:
        library.cases.add_all(build_case(seed, 24) for seed in range(4))
    return path


class Session:
    """Somebody who does whatever a number says."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.stale: Case | None = None

    def act(self, seed: int) -> str:
        rng = Random(seed)
        ids = self.library.cases.ids(ListQuery()) + self.library.cases.ids(ListQuery(trashed=True))
        doing = rng.choice(
            ("edit", "edit", "edit", "shared", "shared", "registry", "stale", "several", "add", *OTHER)
        )
        if doing == "add" or not ids:
            self.library.cases.save(None, self.new(rng))
            return "add"
        one = rng.choice(ids)
        if doing in OTHER:
            getattr(self.library.cases, doing)(one)
        elif doing == "several":
            pairs = [(None, self.new(rng), None), self.shared(rng, self.library.cases.load(one))]
            self.library.cases.save_all(pairs)
        elif doing == "stale" and self.stale is not None and self.stale.id in ids:
            self.library.cases.save(*self.shared(rng, self.stale))
            self.stale = None
        elif doing == "registry":
            self.registry(rng)
        elif doing == "shared":
            self.stale = self.library.cases.load(rng.choice(ids))
            self.library.cases.save(*self.shared(rng, self.library.cases.load(one)))
        else:
            before = self.library.cases.load(one)
            change = any_change(rng, before)
            if getattr(change, "field", "") != "parent_case":
                # An id that another case has too: the save fails, and must leave everything as it was.
                with suppress(LibraryError):
                    self.library.cases.save(before, change.apply(before), change)
        return doing

    def new(self, rng: Random) -> Case:
        return attrs.evolve(build_case(rng.randrange(4, 40), 24), id=new_id(), **_without_entries())

    def registry(self, rng: Random) -> None:
        """A record says something else for all cases at once, comes new, or goes when nothing uses it."""
        key = rng.choice(("actor_records", "source_records"))
        (before,) = rng.sample(self.library.records.every(key) or [None], 1)
        if before is None:
            return
        spec = rng.choice([spec for spec in before.__section__.fields if not spec.to])
        after = attrs.evolve(before, **{spec.name: any_value(rng, spec, {})})
        fresh = attrs.evolve(after, id=new_id())
        self.library.records.save(
            [RecordChange(before=before, after=after), RecordChange(before=None, after=fresh)]
        )
        with suppress(LibraryError):
            self.library.records.save([RecordChange(before=rng.choice((after, fresh)), after=None)])

    def shared(self, rng: Random, case: Case) -> tuple[Case, Case, None]:
        """One record the case shares with others says something else."""
        key = rng.choice([key for key in ("actor_records", "source_records") if case.section(key)] or [""])
        if not key:
            return case, case, None
        records = list(case.section(key))
        at = rng.randrange(len(records))
        specs = [spec for spec in case.declaration.sections[key].fields if not spec.to]
        spec = rng.choice([*specs, *(one for one in specs if one.name in ("type", "reliability"))])
        value = rng.choice((spec.empty, any_value(rng, spec, {})))
        records[at] = attrs.evolve(records[at], **{spec.name: value})
        return case, attrs.evolve(case, **{key: tuple(records)}), None


OTHER = ("trash", "restore", "delete")


def _without_entries():
    own = [section.key for section in Case().declaration.sections.values() if not section.shared]
    return dict.fromkeys(own, ())


@given(SEEDS)
@settings(max_examples=4, phases=(Phase.explicit, Phase.generate))
def test_after_anything_at_all_the_sets_and_the_words_are_those_of_the_cases(four_cases, seed):
    path = shutil.copy(four_cases, four_cases.with_name("copy.casebook"))
    with Library.open(path, author="Kofi") as library:
        session, rng = Session(library), Random(seed)
        done = [session.act(rng.randrange(1 << 30)) for _ in range(10)]
        kept, index = stored(library), words(library)
        assert kept == made_anew(library), done
        assert {one for one in kept if one[0] != "year"} == naive(library), done
        library.reindex(lambda _done, _of: None)
        assert words(library) == index, done


AU = Actor(name="African Union", type="regional-organisation")
REPORT = Source(title="Report", reliability="c")


def holding(title):
    proof = Evidence(source=REPORT.id, credibility="2")
    return new_case(
        title=title,
        actor_records=(AU,),
        actors=(Participant(actor=AU.id),),
        source_records=(REPORT,),
        evidence=(proof,),
    )


def test_a_shared_record_counts_anew_in_every_case_that_holds_it(library):
    one, two = holding("One"), holding("Two")
    library.cases.add_all((one, two))
    better = attrs.evolve(REPORT, reliability="a")
    other = attrs.evolve(AU, type="police")
    library.cases.save(one, attrs.evolve(one, source_records=(better,), actor_records=(other,)))
    assert library.lookup.counts(ListQuery(), "grade") == {"A2": 2}
    assert library.lookup.counts(ListQuery(), "actor_records.type") == {"police": 2}


def test_a_source_counts_anew_where_it_is_only_evidence(library):
    case = new_case(title="One", source_records=(REPORT,))
    library.cases.save(None, case)
    library.cases.save(None, new_case(title="Two", evidence=(Evidence(source=REPORT.id, credibility="2"),)))
    better = attrs.evolve(REPORT, reliability="a")
    library.cases.save(case, attrs.evolve(case, source_records=(better,)))
    assert library.lookup.counts(ListQuery(), "grade") == {"A2": 1}
    assert stored(library) == made_anew(library)


def test_an_outcome_is_sourced_once_there_is_evidence_for_it_or_for_what_stands_in_it(library):
    outcome = Outcome(statement="Trust grew")
    indicator = Indicator(name="Trust", parent=outcome.id)
    bare = new_case(title="One", outcomes=(outcome,), indicators=(indicator,), source_records=(REPORT,))
    library.cases.save(None, bare)
    assert library.lookup.counts(ListQuery(), "finding") == {"outcome-without-evidence": 1}
    for claim in (outcome.id, indicator.id):
        backed = attrs.evolve(bare, evidence=(Evidence(source=REPORT.id, claim=claim),))
        library.cases.save(bare, backed)
        assert library.lookup.counts(ListQuery(), "finding") == {}
        library.cases.save(backed, bare)
        assert library.lookup.counts(ListQuery(), "finding") == {"outcome-without-evidence": 1}


def test_a_save_that_fails_leaves_sets_and_words_as_they_were(library):
    case = holding("One")
    library.cases.save(None, case)
    before = stored(library), words(library)
    lost = attrs.evolve(case, title="Other", status="published", actors=(Participant(actor=new_id()),))
    with pytest.raises(LibraryError):
        library.cases.save(case, lost)
    with pytest.raises(NotFoundError):
        library.cases.save(new_case(title="gone"), new_case(title="gone too"))
    with pytest.raises(NotFoundError):
        library.cases.delete(new_id())
    assert (stored(library), words(library)) == before
    assert library.lookup.counts(ListQuery(), "status") == {"draft": 1}


def test_blanks_are_not_filled_in(library):
    library.cases.save(None, new_case(title="Some", context=" \n\t\u2003"))
    assert set(library.lookup.counts(ListQuery(), "has")) == {"title", "status"}
