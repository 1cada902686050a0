from PySide6.QtCore import Qt

from casebook.services.case_notes import CaseNote
from casebook.ui.write.finding_model import FindingRole
from casebook.ui.write.note_model import NoteModel

OPEN = CaseNote(
    id="1", case_id="c", text="Which year?", about="Period", who="Kofi", at="2026-03-01T12:00:00+00:00"
)
DONE = CaseNote(id="2", case_id="c", text="Who led?", done=True)


def test_a_note_is_a_row_in_words(look, qtmodeltester):
    model = NoteModel()
    model.show_notes((OPEN, DONE))
    first, second = model.index(0), model.index(1)
    assert first.data(FindingRole.PLACE) == "Period" and "Kofi · " in first.data(FindingRole.MEND)
    assert first.data(Qt.ItemDataRole.AccessibleTextRole).startswith("Period: Which year?")
    assert (
        second.data(FindingRole.PLACE) == "Done · The whole case" and second.data(FindingRole.STATE) == "ok"
    )
    assert model.open_count == 1 and model.note_at(1) is DONE and model.note_at(2) is None
    qtmodeltester.check(model)
