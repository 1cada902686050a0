import hashlib
import json

import attrs
import pytest

from casebook.domain.errors import PublishError
from casebook.domain.records import Sensitivity
from casebook.publishing.order import Order
from casebook.services.publishing import publish_all, take_out
from casebook.services.receipts import Exported, receipt_of, record, refuse_taken, write_receipt
from casebook.storage.library import Library

SECRET = "Nobody may read this"


@pytest.fixture
def exported(sample_library, tmp_path):
    with Library.open(sample_library, read_only=True) as library:
        manuscript = take_out(library, library.cases.resolve("LR-2003-001"))
    lesson = attrs.evolve(manuscript.case.lessons[0], title=SECRET, sensitivity=Sensitivity.INTERNAL)
    manuscript = attrs.evolve(manuscript, case=manuscript.case.replacing(lesson))
    order = Order(folder=tmp_path / "out", formats=("md",))
    (made,) = publish_all((manuscript,), order)
    return Exported(cases=(manuscript.case,), order=order, published=made)


def test_the_library_knows_what_left_it(exported, sample_library):
    with Library.open(sample_library, author="Ama Mensah") as library:
        (kept,) = record(library, exported)
        assert library.exports.latest(case_id=exported.cases[0].id) == [kept]
    (file,), (path,) = kept.files, exported.published.files
    assert file.digest == hashlib.sha256(path.read_bytes()).hexdigest()
    assert (file.name, file.folder) == (path.name, str(path.parent))
    assert (kept.who, kept.audience, kept.template) == ("Ama Mensah", "public", "full-report")
    assert kept.withheld["lessons"] == 1 and kept.withheld["testimonies"] > 0


def test_the_receipt_says_where_something_was_withheld_and_never_what(exported, tmp_path):
    receipt = receipt_of([exported], "Ama Mensah")
    (case,) = receipt["reports"]
    assert case["counts"]["lessons"] == 1 and case["files"][0]["sha256"] == exported.published.digests[0]
    lesson = exported.cases[0].lessons[0].id
    assert {"section": "lessons", "record": lesson} in [
        {"section": one["section"], "record": one["record"]} for one in case["withheld"]
    ]
    assert SECRET not in json.dumps(receipt)
    write_receipt(receipt, tmp_path / "r.json")
    assert json.loads((tmp_path / "r.json").read_text(encoding="utf-8")) == receipt


def test_no_file_is_written_over(exported, tmp_path):
    taken = tmp_path / "r.json"
    taken.write_text("mine")
    with pytest.raises(PublishError, match="nothing was exported"):
        refuse_taken(taken)
    with pytest.raises(PublishError, match="reports are written"):
        write_receipt(receipt_of([exported], "x"), taken)
    assert taken.read_text() == "mine"
