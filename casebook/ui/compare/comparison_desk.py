"""The comparison on the table: its cases side by side, what is decided and found, kept in the library as it grows."""

from collections.abc import Iterable, Sequence

import attrs
from PySide6.QtCore import QObject, Signal

from casebook.domain.comparison import Candidate, Comparison
from casebook.domain.comparison_order import in_order
from casebook.domain.errors import CasebookError
from casebook.domain.synthesis import ComparedCase, Finding, Synthesis
from casebook.services.comparisons import (
    changed_cases,
    comparison_of,
    looked_at,
    open_comparison,
    usual_name,
    versions,
)
from casebook.ui.compare.aligner import Aligner
from casebook.ui.compare.comparison_keeper import ComparisonKeeper
from casebook.ui.compare.synthesis_step import SynthesisStep
from casebook.ui.workbench import Workbench

MOST = 12
"""Cases in one comparison."""


class ComparisonDesk(QObject):
    """Owns the comparison that is open; every view of it listens to the signals."""

    opened = Signal()
    """Another comparison lies here, or none; its rows come with `aligned`."""
    aligned = Signal()
    """The rows are there, or are there anew."""
    refused = Signal(str)
    """The cases cannot be shown, with a sentence that says why."""
    finding_changed = Signal(str)
    """Key of the row."""
    renamed = Signal()

    def __init__(self, workbench: Workbench, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self.keeper = ComparisonKeeper(workbench, self)
        self._aligner = Aligner(workbench, self)
        self._aligner.loaded.connect(self._loaded)
        self._aligner.aligned.connect(self._take)
        self._aligner.marked.connect(self._mark)
        self._aligner.refused.connect(self._refuse)
        self.synthesis = Synthesis()
        self.comparison: Comparison | None = None
        self.changed: frozenset[str] = frozenset()
        """Keys of the rows that say something else than when they were last looked at."""
        self.changed_cases: tuple[str, ...] = ()
        self.gone = 0
        """Cases of the comparison that are no longer in the library."""
        self._own = False
        self._judged = False
        self._marks: dict[str, str] = {}

    @property
    def busy(self) -> bool:
        """Whether the cases are still being laid side by side."""
        return self._aligner.busy

    @property
    def is_open(self) -> bool:
        """Whether there is a comparison."""
        return bool(self.synthesis.cases)

    @property
    def case_ids(self) -> tuple[str, ...]:
        """Ids of its cases in their order."""
        return tuple(case.id for case in self.synthesis.cases)

    def take_cases(self, case_ids: Iterable[str]) -> None:
        """Compare these cases: the comparison of just these that was kept, else a new one."""
        ids = tuple(dict.fromkeys(case_ids))[:MOST]
        library = self._workbench.library
        if library is None or not ids:
            self.close()
            return
        self.keeper.flush()
        held = comparison_of(library, ids)
        if held is not None:
            self._lay_out(held.synthesis, held.id)
            return
        self._lay_out(Synthesis(cases=tuple(ComparedCase(id=case_id) for case_id in ids)), "")

    def open_saved(self, kept_id: str) -> None:
        """Go on with a comparison of the library."""
        library = self._workbench.library
        try:
            held = open_comparison(library, kept_id) if library is not None else None
        except CasebookError as error:
            self._workbench.problem.emit(str(error))
            return
        if held is not None:
            self._lay_out(held.synthesis, held.id)

    def close(self) -> None:
        """Put it away."""
        self._lay_out(Synthesis(), "")

    def look_again(self) -> None:
        """Take the cases as they are now, if one of them has changed since they were laid out."""
        library = self._workbench.library
        if (
            library is not None
            and self.is_open
            and versions(library, self.case_ids) != self._aligner.drawn.on
        ):
            self.changed_cases = changed_cases(library, self.synthesis)
            self._judged = False
            self._fetch()

    def forget_changes(self) -> None:
        """All that changed was looked at."""
        self.changed, self.changed_cases = frozenset(), ()
        self._remember_look()
        self.aligned.emit()

    def set_finding(self, key: str, finding: Finding, *, typing: bool = False) -> None:
        """What the reviewer concludes from a row."""
        if finding != self.synthesis.finding(key):
            text = self.tr("Typing") if typing else self.tr("Finding")
            self._edit(self.synthesis.with_finding(key, finding), text, key if typing else "")

    def decide(self, candidate: Candidate, *, same: bool) -> None:
        """Two entries are the same thing, or are not."""
        held = self.synthesis.decisions
        decided = (held.confirming if same else held.rejecting)(candidate.one, candidate.other)
        self._edit(attrs.evolve(self.synthesis, decisions=decided), self.tr("Similar?"))

    def set_audience(self, audience: str) -> None:
        """Whose eyes it is for: the key of a sensitivity, empty for one's own."""
        self._edit(attrs.evolve(self.synthesis, audience=audience), self.tr("Audience"))

    def set_reference(self, case_id: str) -> None:
        """The case that others are read against; empty for none."""
        self._edit(attrs.evolve(self.synthesis, reference=case_id), self.tr("Reference"))

    def set_cases(self, case_ids: Sequence[str], text: str) -> None:
        """Other cases, or the same in another order."""
        held = {case.id: case for case in self.synthesis.cases}
        cases = tuple(held.get(one, ComparedCase(id=one)) for one in dict.fromkeys(case_ids))[:MOST]
        reference = self.synthesis.reference if self.synthesis.reference in case_ids else ""
        self._edit(attrs.evolve(self.synthesis, cases=cases, reference=reference), text)

    def rename(self, name: str) -> None:
        """Call it something else."""
        name = " ".join(name.split())
        if name:
            self._edit(attrs.evolve(self.synthesis, name=name), self.tr("Name"))

    @property
    def read_only(self) -> bool:
        """Whether findings can only be read."""
        return self._workbench.read_only

    def _edit(self, synthesis: Synthesis, text: str, typed: str = "") -> None:
        if synthesis == self.synthesis or self._workbench.library is None:
            return
        kept_id = self.keeper.kept_id
        if not kept_id and not self._workbench.read_only:
            kept_id = self.keeper.keep(self.synthesis)

        def become(wanted: Synthesis) -> bool:
            return self._become(wanted, kept_id)

        self._own = True
        self._workbench.undo_stack.push(SynthesisStep(self.synthesis, synthesis, become, text, typed))
        self._own = False

    def _become(self, wanted: Synthesis, kept_id: str) -> bool:
        """Take a step, or take it back; False when its comparison is not there any more."""
        if kept_id != self.keeper.kept_id:
            self.open_saved(kept_id)
            if kept_id != self.keeper.kept_id:
                return False
        if not self._own:
            self._workbench.workspace_requested.emit("compare")
        before = self.synthesis
        looked = {case.id: case for case in before.cases}
        cases = tuple(looked.get(case.id, case) for case in wanted.cases)
        self.synthesis = attrs.evolve(wanted, cases=cases, seen=before.seen, seen_at=before.seen_at)
        self.keeper.hold(self.synthesis)
        self._show_step(before)
        return True

    def _show_step(self, before: Synthesis) -> None:
        now = self.synthesis
        if (set(self.case_ids), now.audience, now.decisions) != (
            {case.id for case in before.cases},
            before.audience,
            before.decisions,
        ):
            if set(self._aligner.drawn.cases) == set(self.case_ids):
                self._aligner.align(now)
            else:
                self._fetch()
        elif self.comparison is not None and (
            (self.case_ids, now.reference) != (tuple(case.id for case in before.cases), before.reference)
        ):
            self.comparison = in_order(self.comparison, self.case_ids)
            self.aligned.emit()
        if now.name != before.name:
            self.renamed.emit()
        for key in {**before.findings, **now.findings}:
            if before.finding(key) != now.finding(key):
                self.finding_changed.emit(key)

    def _lay_out(self, synthesis: Synthesis, kept_id: str) -> None:
        self.keeper.flush()
        self.keeper.kept_id = kept_id
        self.synthesis, self.comparison = synthesis, None
        self.changed, self.changed_cases, self.gone = frozenset(), (), 0
        self._judged = False
        self._aligner.drop()
        library = self._workbench.library
        if library is None or not self.is_open:
            self.opened.emit()
            return
        self.changed_cases = changed_cases(library, synthesis)
        self.opened.emit()
        self._fetch()

    def _fetch(self) -> None:
        self._aligner.fetch(lambda: self.synthesis)

    def _loaded(self) -> None:
        cases, wording = self._aligner.drawn.cases, self._workbench.wording
        self.gone = len(self.case_ids) - len(cases)
        if not self.synthesis.name and cases:
            name = usual_name(wording.title(case, case) for case in cases.values())
            self.synthesis = attrs.evolve(self.synthesis, name=name)
            self.renamed.emit()

    def _refuse(self, sentence: str) -> None:
        self.comparison = None
        self.refused.emit(sentence)

    def _take(self, made: Comparison) -> None:
        self.comparison = in_order(made, self.case_ids)
        self.changed &= {row.key for row in made.rows}
        self.aligned.emit()

    def _mark(self, marks: dict[str, str]) -> None:
        """What the rows say now, against what they said when they were last looked at."""
        self._marks = marks
        seen = self.synthesis.seen
        if self.changed_cases and seen and not self._judged:
            self.changed = frozenset(key for key, mark in marks.items() if seen.get(key) != mark)
            self.aligned.emit()
        self._judged = True
        self._remember_look()

    def _remember_look(self) -> None:
        """Keep what the rows say now, but for those that are still to be looked at."""
        if self._workbench.library is None or self._workbench.read_only:
            return
        if self.changed_cases:
            still = {key: self.synthesis.seen.get(key, "") for key in self.changed}
            self.synthesis = attrs.evolve(self.synthesis, seen={**self._marks, **still})
        else:
            drawn = self._aligner.drawn
            self.synthesis = looked_at(self.synthesis, self._marks, drawn.at, drawn.on)
        self.keeper.hold(self.synthesis)
