"""Which kind of record is looked at, and what can be done."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from casebook.domain.case import CASE
from casebook.ui.registry.record_bar import RecordBar


def test_every_shared_section_has_its_button_and_what_can_be_done_follows_the_choice(look, qtbot):
    bar = RecordBar()
    qtbot.addWidget(bar)
    bar.offer_sections(CASE.shared_sections)
    bar.show()
    assert bar.section == "actor_records"
    with qtbot.waitSignal(bar.section_chosen, check_params_cb=lambda key: key == "source_records"):
        qtbot.mouseClick(bar.findChild(QToolButton, "kind:source_records"), Qt.MouseButton.LeftButton)
    bar.offer_sections(CASE.shared_sections)
    assert bar.section == "source_records"
    bar.enable(2, trashed=False, may_change=True)
    assert bar.button("merge-records").isEnabled() and not bar.button("rename-record").isEnabled()
    assert not bar.button("restore-record").isVisible()
    bar.enable(1, trashed=True, may_change=True)
    assert bar.button("restore-record").isEnabled() and not bar.button("trash-record").isVisible()
    bar.enable(1, trashed=False, may_change=False)
    assert bar.button("find-same").isEnabled() and not bar.button("new-record").isEnabled()
