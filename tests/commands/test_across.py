"""What matrix and qca have in common."""

import pytest

COMMANDS = {
    "matrix": ("--field", "frameworks"),
    "qca": ("--outcome", "outcomes=justice", "--condition", "challenges=funding"),
}


@pytest.mark.parametrize("command", COMMANDS)
def test_a_file_that_is_there_stays(sample, command, tmp_path):
    target = tmp_path / "table.csv"
    first = sample(command, *COMMANDS[command], "--to", target)
    assert first.status == 0
    assert first.out.splitlines()[0] == str(target)
    again = sample(command, *COMMANDS[command], "--to", target)
    assert (again.status, again.out) == (1, "")
    assert "already" in again.err
    assert sample(command, *COMMANDS[command], "--to", target, "--replace").status == 0


@pytest.mark.parametrize("command", COMMANDS)
def test_a_format_needs_a_file_and_gives_it_its_ending(sample, command, tmp_path):
    assert sample(command, *COMMANDS[command], "--format", "xlsx").status == 2
    ran = sample(command, *COMMANDS[command], "--format", "xlsx", "--to", tmp_path / "table")
    assert ran.out.strip() == str(tmp_path / "table.xlsx")
    assert (tmp_path / "table.xlsx").read_bytes()[:2] == b"PK"


@pytest.mark.parametrize("command", COMMANDS)
def test_a_case_nobody_knows_is_refused(sample, command):
    ran = sample(command, *COMMANDS[command], "XX-1")
    assert (ran.status, ran.out, ran.err) == (1, "", "No case is called “XX-1”.\n")


def test_an_empty_library_has_nothing_to_count(run, tmp_path):
    run("new", tmp_path / "empty.casebook")
    ran = run("matrix", "--library", tmp_path / "empty.casebook", "--field", "frameworks", "--transpose")
    assert ran.status == 0
    assert ran.out.split() == ["Total", "Total", "0"]
