import attrs
from PySide6.QtWidgets import QLabel

from casebook.domain.records import Sensitivity
from casebook.domain.redaction import redact
from casebook.ui.publish.withheld_dialog import WithheldDialog
from casebook.ui.publish.withheld_panel import Reckoning


def test_it_lists_each_thing_with_its_reason(workbench, qtbot, liberia):
    lesson = attrs.evolve(liberia.lessons[0], sensitivity=Sensitivity.PARTNER)
    case = liberia.replacing(lesson)
    dialog = WithheldDialog([Reckoning(case, redact(case, Sensitivity.PUBLIC)[1])], workbench.wording)
    qtbot.addWidget(dialog)
    dialog.show()
    shown = [label.text() for label in dialog.findChildren(QLabel)]
    assert case.title in shown and workbench.wording.title(lesson, case) in shown
    assert "Lessons · marked above the audience" in shown
