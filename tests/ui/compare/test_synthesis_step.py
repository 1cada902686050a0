from PySide6.QtGui import QUndoStack

from casebook.domain.synthesis import Finding, Synthesis
from casebook.ui.compare.synthesis_step import SynthesisStep

EMPTY = Synthesis()


def texts(*words):
    return [EMPTY.with_finding("row", Finding(text=word)) for word in words]


def test_typing_in_one_finding_is_one_step(look):
    stack, now = QUndoStack(), [EMPTY]

    def become(wanted):
        now[0] = wanted
        return True

    a, b = texts("a", "ab")
    stack.push(SynthesisStep(EMPTY, a, become, "Typing", "row"))
    stack.push(SynthesisStep(a, b, become, "Typing", "row"))
    other = b.with_finding("other", Finding(text="x"))
    stack.push(SynthesisStep(b, other, become, "Typing", "other"))
    assert stack.count() == 2
    stack.undo()
    assert now == [b]
    stack.undo()
    assert now == [EMPTY]
    stack.redo()
    assert now == [b]


def test_a_step_that_cannot_be_made_is_dropped(look):
    stack = QUndoStack()
    stack.push(SynthesisStep(EMPTY, texts("a")[0], lambda _wanted: False, "Typing"))
    assert stack.count() == 0
