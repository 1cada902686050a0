"""What is still to be fixed in the open case: counted after changes, walked through, and asked for before review."""

from PySide6.QtCore import QObject, QTimer, Signal

from casebook.domain.case import Case
from casebook.domain.changes import Change, setting
from casebook.domain.checks import find_problems
from casebook.domain.completeness import completeness
from casebook.domain.findings import RULES, Finding
from casebook.domain.records import TermRef
from casebook.services.editing import is_typing
from casebook.ui.workbench import Workbench
from casebook.ui.write.aside import Aside
from casebook.ui.write.finding_walk import FindingWalk
from casebook.ui.write.outline import Outline

CHECK_AFTER = 400
"""Milliseconds after a keystroke at which completeness and findings are counted anew."""

CHECK_FIRST = 30
"""Milliseconds after a case was opened or an entry came or went; that is to be seen first."""


class CaseReview(QObject):
    """Tells outline and guidance what is complete and what is to fix; emits `counted` when that may have changed."""

    counted = Signal()
    found = Signal(str, str)
    """(record id, field) that the person should be taken to."""

    def __init__(self, workbench: Workbench, outline: Outline, aside: Aside, parent: QObject) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._outline, self._aside = outline, aside
        self._walk = FindingWalk()
        self.findings: tuple[Finding, ...] = ()
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self.count)

    def begin(self) -> None:
        """Another case was opened, or none is open any more."""
        self._soon.stop()
        self._walk.begin()
        self.findings = ()
        case = self._workbench.case
        if case is not None:
            self._outline.show_case(case, completeness(case), None)
            self._soon.start(CHECK_FIRST)

    def count_after(self, change: Change, case: Case) -> None:
        """Count anew: some time after typing, as soon as it is painted after anything else."""
        self._soon.start(CHECK_AFTER if is_typing(change, case) else CHECK_FIRST)

    def count(self) -> None:
        """Count completeness and findings of the case as it is now."""
        self._soon.stop()
        case, library = self._workbench.case, self._workbench.library
        if case is None or library is None:
            return
        found = find_problems(case, library.cases.trashed_ids(), self._workbench.wording)
        self.findings = tuple(sorted(found, key=lambda finding: not finding.binding))
        self._walk.show(self.findings)
        self._outline.show_case(case, completeness(case), self.binding)
        self._aside.show_findings(case, self.findings)
        self.counted.emit()

    @property
    def binding(self) -> int:
        """How many findings have to be mended before review; the others are advice."""
        return sum(finding.binding for finding in self.findings)

    def step(self, by: int) -> None:
        """Go to the next finding (1) or the one before (-1); mark it in the list beside the page, or say what it is."""
        self._workbench.settling.emit()
        self.count()
        step, case = self._walk.step(by), self._workbench.case
        if step is None or case is None:
            self._workbench.told.emit(self.tr("Nothing to fix. The case can go to review."), None)
            return
        finding, number = step
        whole = finding.record_id == case.id and not finding.field
        target = finding.record_id, finding.section if whole else finding.field
        self.found.emit(*target)
        message = self._workbench.wording.translate(RULES[finding.rule].message).format(**finding.values)
        if self._aside.isVisible() and self._mark(target, message):
            return
        words = self.tr("{at} of {of}") if finding.binding else self.tr("Advice, {at} of {of}")
        place = words.format(at=number, of=len(self.findings))
        self._workbench.told.emit(f"{place}: {message}", None)

    def _mark(self, target: tuple[str, str], message: str) -> bool:
        """Make a finding the current one of the list; False when the list does not have it."""
        listed = self._aside.guidance.findings
        model = listed.findings
        for row in range(model.rowCount()):
            if model.target_at(row) == target and model.index(row).data() == message:
                listed.setCurrentIndex(model.index(row))
                return True
        return False

    def send(self) -> bool:
        """Mark the case as ready for review; False, with the reason told, while something is to be fixed."""
        self._workbench.settling.emit()
        self.count()
        case, count = self._workbench.case, self.binding
        if case is None or self._workbench.read_only:
            return False
        if count:
            words = (
                self.tr("One thing is to be fixed before this case can go to review; it is shown beside it.")
                if count == 1
                else self.tr("{} things are to be fixed before this case can go to review.").format(count)
            )
            self._workbench.told.emit(words, None)
            return False
        change = setting(case, case.id, "status", TermRef("ready-for-review"))
        self._workbench.apply(change, self.tr("Send for review"))
        self._workbench.told.emit(self.tr("The case is ready for review."), self._workbench.undo)
        return True
