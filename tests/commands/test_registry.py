"""records, rename-record and merge-records: shared records listed, renamed once, made one."""

import json

from casebook.storage.library import Library
from casebook.storage.record_query import RecordQuery, Show


def test_records_are_listed_with_their_use_and_found_by_any_name(sample):
    lines = sample("records", "actors").out.splitlines()
    assert ["actors", "3", "cases", "HRW"] in [line.split()[:4] for line in lines]
    told = json.loads(sample("records", "--text", "unmil", "--json").out)
    assert {one["kind"] for one in told} == {"actors", "sources"}
    assert ("UNMIL", 1) in [(one["mark"], one["cases"]) for one in told]
    assert sample("records", "--unused").out == "No records.\n"


def test_what_may_be_the_same_is_named_with_the_reason(sample):
    out = sample("records", "sources", "--same").out
    assert "citation_key: “Building Civilian" in out and "alike: “NATO Training Mission" in out
    assert sample("records", "actors", "--same").out == "None are alike.\n"
    (first, *_rest) = json.loads(sample("records", "sources", "--same", "--json").out)
    assert first["kind"] == "sources" and len(first["records"]) == 2


def test_a_record_is_renamed_in_every_case(sample, sample_library):
    ran = sample("rename-record", "hrw", "Human Rights Watch, Inc.", "--in", "actors")
    assert (ran.status, ran.out) == (0, "Renamed in 3 cases.\n")
    with Library.open(sample_library) as library:
        assert len(library.records.ids(RecordQuery(section="actor_records", text="Human Watch Inc"))) == 1
    assert sample("rename-record", "hrw", "  ", "--in", "actors").status == 1


def test_a_merge_is_told_first_and_done_with_do(sample, sample_library):
    ran = sample("merge-records", "UNMIL", "LURD", "--in", "actors")
    assert ran.out.startswith("1 case,") and "--do" in ran.out and "two entries" in ran.err
    with Library.open(sample_library) as library:
        assert library.records.ids(RecordQuery(section="actor_records", show=Show.TRASH)) == []
    assert sample("merge-records", "UNMIL", "LURD", "--in", "actors", "--do").out.startswith(
        "Made one: 1 case"
    )
    with Library.open(sample_library) as library:
        (gone,) = library.records.ids(RecordQuery(section="actor_records", show=Show.TRASH))
        assert library.records.used("actor_records", [gone]) == set()


def test_what_is_not_clear_is_refused_in_a_sentence(sample):
    for arguments, said in (
        (("records", "nonsense"), "there are: actors, sources"),
        (("rename-record", "nobody at all", "X"), "No record is called"),
        (("rename-record", "ecomil", "X"), "say which with --in"),
    ):
        ran = sample(*arguments)
        assert ran.status == 1 and said in ran.err
