import attrs
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from casebook.domain.records import Sensitivity
from casebook.domain.redaction import redact
from casebook.ui.publish.withheld_dialog import WithheldDialog
from casebook.ui.publish.withheld_panel import Reckoning
from casebook.ui.publish.withheld_row import WithheldRow


def test_it_lists_each_thing_with_its_reason(workbench, qtbot, liberia):
    lesson = attrs.evolve(liberia.lessons[0], sensitivity=Sensitivity.PARTNER)
    case = liberia.replacing(lesson)
    dialog = WithheldDialog([Reckoning(case, redact(case, Sensitivity.PUBLIC)[1])], workbench.wording)
    qtbot.addWidget(dialog)
    dialog.show()
    shown = [label.text() for label in dialog.findChildren(QLabel)]
    assert case.title in shown and workbench.wording.title(lesson, case) in shown
    assert "Lessons · marked above the audience" in shown


def test_a_line_leads_to_what_is_withheld(workbench, qtbot, liberia):
    lesson = attrs.evolve(liberia.lessons[0], sensitivity=Sensitivity.PARTNER)
    case = liberia.replacing(lesson)
    dialog = WithheldDialog([Reckoning(case, redact(case, Sensitivity.PUBLIC)[1])], workbench.wording)
    qtbot.addWidget(dialog)
    dialog.show()
    row = dialog.findChild(WithheldRow, f"withheld-{lesson.id}-")
    with qtbot.waitSignal(dialog.entry_wanted) as told:
        qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    assert told.args == [case.id, lesson.id, ""] and not dialog.isVisible()
