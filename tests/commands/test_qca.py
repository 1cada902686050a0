import csv
import json

import pytest

SETS = ("--outcome", "outcomes=trust-legitimacy:positive", "--condition", "challenges=funding")


def test_the_sets_of_the_sample(sample):
    ran = sample("qca", *SETS, "--condition", "frameworks=3D approach")
    lines = ran.out.splitlines()
    assert lines[0].split() == ["case", "FUNDING", "C3DAPPROACH", "TRUSTANDLEGITIMACYPOSITI"]
    assert len(lines) == 7
    assert {cell for line in lines[1:] for cell in line.split()[1:]} == {"0", "1"}


def test_fuzzy_sets_use_scales(sample):
    told = json.loads(sample("qca", *SETS, "--fuzzy", "--json").out)
    liberia = next(row for row in told["cases"] if row["case"] == "LR-2003-001")
    assert liberia["FUNDING"] == 0.8
    assert told["codebook"][0]["Rule"].startswith("The highest severity, divided by 5")


def test_the_truth_table_as_json(sample):
    told = json.loads(
        sample("qca", *SETS, "--condition", "frameworks=3d Approach", "--truth-table", "--json").out
    )
    assert len(told["rows"]) == 4
    assert sum(row["number"] for row in told["rows"]) == 6
    for row in told["rows"]:
        assert row["verdict"] in ("present", "absent", "contradictory", "remainder")
        assert (
            row["consistency"] == pytest.approx(row["proportion"])
            if row["number"]
            else row["proportion"] is None
        )


def test_csv_comes_with_its_codebook(sample, tmp_path):
    ran = sample("qca", *SETS, "--to", tmp_path / "sets.csv")
    assert ran.out.split() == [str(tmp_path / "sets.csv"), str(tmp_path / "sets-codebook.csv")]
    with (tmp_path / "sets.csv").open(encoding="utf-8", newline="") as opened:
        rows = list(csv.DictReader(opened))
    assert len(rows) == 6
    assert {row["FUNDING"] for row in rows} == {"0", "1"}


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("funding", "is not a set"),
        ("challenges=weather", "has no term"),
        ("challenges=funding:upwards", "can be"),
        ("challenges=funding@3,1,2", "three numbers in order"),
        ("outcomes=trust-legitimacy:positive", "cannot be one of the conditions"),
    ],
)
def test_a_set_that_is_none_is_refused(sample, written, told):
    ran = sample("qca", *SETS, "--condition", written)
    assert (ran.status, ran.out) == (1, "")
    assert told in ran.err
