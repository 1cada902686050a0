"""What export and build do alike: the receipt, the record in the library, files that are there already."""

import json

from casebook.storage.library import Library


def test_the_receipt_is_written_as_json_and_never_over_a_file(sample, tmp_path):
    receipt = tmp_path / "receipt.json"
    wish = ("export", "LR-2003-001", "--format", "md", "--to", tmp_path / "out", "--receipt", receipt)
    assert sample(*wish).status == 0
    told = json.loads(receipt.read_text(encoding="utf-8"))
    (case,) = told["reports"]
    assert case["cases"][0]["reference"] == "LR-2003-001" and case["counts"]["testimonies"] > 0
    assert len(case["files"][0]["sha256"]) == 64
    before = receipt.read_bytes()
    again = sample(*wish)
    assert again.status == 1 and "nothing was exported" in again.err
    assert receipt.read_bytes() == before and len(list((tmp_path / "out").iterdir())) == 1


def test_an_export_is_noted_in_the_library(sample, sample_library, tmp_path):
    sample("export", "LR-2003-001", "IQ-2003-001", "--format", "md", "--to", tmp_path)
    with Library.open(sample_library) as library:
        kept = library.exports.latest()
    assert {one.ref_code for one in kept} == {"LR-2003-001", "IQ-2003-001"}
    assert all(one.files[0].folder == str(tmp_path) for one in kept)


def test_while_a_window_has_the_library_the_reports_are_made_and_that_is_said(
    sample, sample_library, tmp_path
):
    with Library.open(sample_library, author="Ama Mensah"):
        ran = sample("export", "LR-2003-001", "--format", "md", "--to", tmp_path)
    assert ran.status == 0 and len(list(tmp_path.glob("*.md"))) == 1
    assert "not noted in the library" in ran.err


def test_sections_names_and_the_receipt_page(sample, tmp_path):
    choices = ("--leave-out", "lessons", "--receipt-page", "--file-name", "{date} {audience}")
    sample("export", "LR-2003-001", "--format", "md", "--to", tmp_path, *choices)
    (file,) = tmp_path.glob("*.md")
    text = file.read_text(encoding="utf-8")
    assert file.name.endswith(" Public.md")
    assert "# What was withheld" in text and "# Lessons" not in text
    wrong = sample("export", "LR-2003-001", "--leave-out", "poems", "--to", tmp_path)
    assert wrong.status == 2 and "lessons" in wrong.err
    unknown = sample("export", "LR-2003-001", "--file-name", "{titel}", "--to", tmp_path)
    assert unknown.status == 1 and "{titel}" in unknown.err
