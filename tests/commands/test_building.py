"""builds lists what the library keeps; build carries one out, records it, and tells what failed."""

import json

import attrs
import pytest

from casebook.domain.records import Sensitivity
from casebook.publishing.builds import Build
from casebook.services.builds import BuildList
from casebook.services.publishing import templates
from casebook.storage.library import Library

MINE = Build(
    name="For Accra",
    template="card",
    audience=Sensitivity.TRAINING,
    formats=("html",),
    file_name="{reference} {audience}",
)


@pytest.fixture
def with_mine(sample_library):
    with Library.open(sample_library) as library:
        BuildList(library).keep(MINE, 0)
    return sample_library


def test_builds_are_listed(sample, with_mine):
    lines = sample("builds").out.splitlines()
    assert len(lines) == len(templates()) + 1
    assert " ".join(lines[0].split()) == "1 For Accra card training html"
    told = json.loads(sample("builds", "--json").out)
    assert told[0]["name"] == "For Accra" and told[0]["audience"] == "training"


def test_a_build_is_carried_out_by_name_and_recorded(sample, with_mine, tmp_path):
    ran = sample("build", "for accra", "LR-2003-001", "--to", tmp_path / "out")
    assert ran.status == 0
    (file,) = (tmp_path / "out").iterdir()
    assert file.name == "LR-2003-001 Training.html" and ran.out.strip() == str(file)
    with Library.open(with_mine) as library:
        (kept,) = library.exports.latest()
    assert (kept.ref_code, kept.template, kept.files[0].name) == ("LR-2003-001", "card", file.name)


def test_without_a_case_it_is_made_of_every_case_and_what_fails_is_told(sample, with_mine, tmp_path):
    with Library.open(with_mine) as library:
        case = library.cases.load(library.cases.resolve("IQ-2003-001"))
        library.cases.save(case, attrs.evolve(case, sensitivity=Sensitivity.INTERNAL))
    ran = sample("build", "1", "--to", tmp_path / "out", "--json")
    told = json.loads(ran.out)
    assert ran.status == 1 and len(told) == 6
    assert [one["reference"] for one in told if "refused" in one] == ["IQ-2003-001"]
    assert "IQ-2003-001: " in ran.err
    assert len(list((tmp_path / "out").iterdir())) == 5


def test_a_build_nobody_keeps_is_refused_in_one_sentence(sample):
    ran = sample("build", "poem", "LR-2003-001")
    assert (ran.status, ran.out) == (1, "") and "“Full case report”" in ran.err
