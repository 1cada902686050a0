"""The form of one link: page, stance, credibility, quotation."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton

from casebook.domain.entry_changes import removing
from casebook.ui.forms.form_context import FormContext
from casebook.ui.write.evidence_details import EvidenceDetails


@pytest.fixture
def context(workbench):
    return FormContext(workbench)


@pytest.fixture
def details(workbench, context, qtbot):
    made = EvidenceDetails(workbench, context)
    qtbot.addWidget(made)
    made.show_evidence(workbench.case, workbench.case.evidence[0].id)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made


def locator(details):
    return details.form.findChild(QLineEdit, "locator:control")


def test_the_two_ends_of_the_link_are_not_asked_for(details):
    names = {
        editor.objectName() for editor in details.form.findChildren(type(details.form.editor("locator")))
    }
    assert "locator" in names
    for end in ("claim", "source"):
        with pytest.raises(KeyError):
            details.form.editor(end)


def test_what_is_typed_becomes_a_change_that_can_be_undone(details, workbench, qtbot):
    before = workbench.case.evidence[0].locator
    details.form.focus_field("locator")
    locator(details).selectAll()
    qtbot.keyClicks(locator(details), "p. 12")
    details.form.flush()
    assert workbench.case.evidence[0].locator == "p. 12"
    workbench.undo()
    assert workbench.case.evidence[0].locator == before


def test_what_is_typed_into_a_link_that_is_gone_does_no_harm(details, workbench, qtbot):
    link = workbench.case.evidence[0]
    qtbot.keyClicks(locator(details), "p. 12")
    workbench.apply(removing(workbench.case, link.id))
    steps = workbench.undo_stack.count()
    details.form.flush()
    assert workbench.case.find(link.id) is None
    assert workbench.undo_stack.count() == steps


def test_the_source_can_be_opened(details, workbench, context, qtbot):
    with qtbot.waitSignal(context.record_wanted) as wanted:
        qtbot.mouseClick(details.findChild(QPushButton, "open-source"), Qt.MouseButton.LeftButton)
    assert wanted.args == [workbench.case.evidence[0].source]
