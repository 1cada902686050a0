"""Refused rows tell where they stand, what they begin with, and why."""

from casebook.domain.list_file import ListFile
from casebook.services.lists.plan import Refused
from casebook.ui.lists.refused_model import RefusedModel


def test_each_row_tells_its_reasons(look, qtmodeltester):
    model = RefusedModel()
    listed = ListFile(
        name="x", columns=("A", "B"), rows=((None, "second\ncell"), ("x" * 200, 1)), numbers=(2, 3)
    )
    model.show_refused(
        listed,
        [
            Refused(at=0, number=2, reasons=("A: no.", "B: no.")),
            Refused(at=1, number=3, reasons=("A: too long.",)),
        ],
    )
    qtmodeltester.check(model)
    assert [model.index(0, at).data() for at in range(3)] == ["2", "second cell", "A: no. B: no."]
    assert len(model.index(1, 1).data()) == 60
    model.show_refused(listed, [])
    assert model.rowCount() == 0
