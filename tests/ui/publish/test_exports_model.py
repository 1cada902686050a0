import pytest

from casebook.storage.exports import Export, ExportedFile
from casebook.ui.publish.exports_model import ExportsModel, when


@pytest.fixture
def model(workbench, qtmodeltester):
    for code, title in (("LR-1", "Liberia"), ("IQ-1", "Iraq")):
        files = tuple(
            ExportedFile(name=f"{code}.{end}", digest=end * 8, folder="/r") for end in ("pdf", "docx")
        )
        workbench.library.exports.record(
            Export(
                case_id=code,
                ref_code=code,
                title=title,
                audience="training",
                template="card",
                formats=("pdf", "docx"),
                files=files,
            )
        )
    made = ExportsModel(workbench)
    made.read()
    qtmodeltester.check(made)
    return made


def cells(model, column):
    return [model.index(row, column).data() for row in range(model.rowCount())]


def test_a_line_for_each_file_the_latest_first(model):
    assert cells(model, 1) == ["IQ-1 Iraq"] * 2 + ["LR-1 Liberia"] * 2
    assert cells(model, 2) == ["IQ-1.pdf", "IQ-1.docx", "LR-1.pdf", "LR-1.docx"]
    assert set(cells(model, 3)) == {"Training"} and set(cells(model, 4)) == {"Ama Mensah"}
    assert str(model.line(0).path).endswith("IQ-1.pdf") and not model.is_empty


def test_it_is_sifted_by_words(model):
    model.sift("liberia DOCX")
    assert cells(model, 2) == ["LR-1.docx"]
    model.sift("")
    assert model.rowCount() == 4


def test_a_time_is_told_as_the_reader_writes_it():
    assert "2026" in when("2026-03-02T10:42:00+00:00") or "26" in when("2026-03-02T10:42:00+00:00")
    assert when("once") == "once"
