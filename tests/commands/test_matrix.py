import json

from casebook.storage.library import Library


def test_terms_are_counted_over_the_library(sample):
    ran = sample("matrix", "--field", "frameworks", "--transpose")
    lines = ran.out.splitlines()
    assert lines[0].split() == [
        *("AF-2001-001", "IQ-2003-001", "LR-2003-001", "SD-2005-001", "PH-2002-001", "SL-1999-001"),
        "Total",
    ]
    (ownership,) = [line.split() for line in lines if line.startswith("Local ownership")]
    assert ownership[2:] == ["1", "1", "1", "1", "1", "·", "5"]
    assert lines[-1].split()[-1] == "32"


def test_as_json_it_adds_up(sample, sample_library):
    told = json.loads(
        sample("matrix", "--field", "challenges.category", "LR-2003-001", "IQ-2003-001", "--json").out
    )
    with Library.open(sample_library, read_only=True) as library:
        liberia = library.cases.load(library.cases.resolve("LR-2003-001"))
    assert [row["detail"] for row in told["rows"]] == ["LR-2003-001", "IQ-2003-001"]
    assert told["rows"][0]["entries"] == len(liberia.challenges)
    assert sum(cell["number"] for cell in told["cells"][0]) == len(liberia.challenges)
    assert sum(column["entries"] for column in told["columns"]) == sum(row["entries"] for row in told["rows"])


def test_severity_is_shown_when_asked_for(sample):
    told = json.loads(
        sample("matrix", "--field", "challenges", "LR-2003-001", "--show", "severity", "--json").out
    )
    assert {cell["text"] for cell in told["cells"][0]} <= {*"12345•"}
    wrong = sample("matrix", "--field", "frameworks", "--show", "severity")
    assert wrong.status == 2
    assert "count, fidelity" in wrong.err


def test_what_appears_with_what(sample):
    told = json.loads(sample("matrix", "--field", "challenges", "--with", "frameworks", "--json").out)
    assert {"number", "of"} <= told["cells"][0][0].keys()
    assert all(cell["number"] <= cell["of"] <= 6 for line in told["cells"] for cell in line)


def test_a_field_nobody_compares_by_is_refused_with_those_there_are(sample):
    ran = sample("matrix", "--field", "weather")
    assert (ran.status, ran.out) == (1, "")
    assert "frameworks.framework" in ran.err


def test_an_audience_is_told_how_many_cases_it_may_not_see(sample, sample_library):
    from casebook.domain.changes import OF_RECORD, Aspect, setting
    from casebook.domain.records import Sensitivity

    with Library.open(sample_library) as library:
        case = library.cases.load(library.cases.resolve("IQ-2003-001"))
        change = setting(case, case.id, OF_RECORD, Sensitivity.INTERNAL, Aspect.SENSITIVITY)
        library.cases.save(case, change.apply(case), change)
    ran = sample("matrix", "--field", "frameworks", "--audience", "public")
    assert "IQ-2003-001" not in ran.out
    assert "left out" in ran.err
    assert "IQ-2003-001" in sample("matrix", "--field", "frameworks").out
