"""The Publish workspace: choose a build, choose what goes in, see the pages and what is withheld, export."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QWidget

from casebook.domain.errors import CasebookError
from casebook.domain.records import RecordId
from casebook.publishing.builds import Build
from casebook.services.builds import BuildList, LastExport
from casebook.ui.publish.build_panel import BuildPanel
from casebook.ui.publish.export_form import ExportForm
from casebook.ui.publish.export_run import ExportRun, Wish
from casebook.ui.publish.own_templates import OwnTemplates
from casebook.ui.publish.publish_middle import PublishMiddle
from casebook.ui.publish.reckoner import Reckoner
from casebook.ui.publish.withheld_dialog import WithheldDialog
from casebook.ui.publish.withheld_panel import Reckoning
from casebook.ui.workbench import Workbench
from casebook.ui.workspace import Workspace

LEAST_MIDDLE = 320
"""Pixels wide the pages are at least."""


class PublishWorkspace(Workspace):
    """Shows the pages that the chosen build makes of the chosen cases, and exports them."""

    can_search = True

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._reckonings: tuple[Reckoning, ...] = ()
        self._run: ExportRun | None = None
        self._last: LastExport | None = None
        self.builds = BuildPanel(workbench)
        self.form = ExportForm(workbench)
        self.middle = PublishMiddle(workbench)
        self.preview = self.middle.preview
        self.own = OwnTemplates(workbench, lambda: (self.form.cases.titles, self.form.build.audience), self)
        self.builds.take_templates(self.own)
        self._reckoner = Reckoner(workbench, self)
        self._lay_out()
        self._connect()
        if self.builds.build is not None:
            self._choose(self.builds.build)

    def chosen_cases(self) -> tuple[RecordId, ...]:
        """Ids of the cases that are to be published."""
        return tuple(RecordId(case_id) for case_id in self.form.cases.case_ids)

    def arrive(self) -> None:
        """Bring the open case along when none was chosen; look again at what is withheld."""
        case = self._workbench.case
        if not self.form.cases.case_ids and case is not None:
            self._workbench.flush()
            self.form.cases.show_cases((case.id,))
        else:
            self._reckon()
        self.builds.list.setFocus()

    def search(self) -> None:
        """Look for words in the pages."""
        self.preview.search()

    def take_cases(self, case_ids: tuple[str, ...]) -> None:
        """Publish these cases."""
        self.form.cases.show_cases(case_ids)

    def repeat(self) -> None:
        """Do the last export again: the same cases, the same build as it is now."""
        last = self._last_export()
        if last is None:
            self._workbench.told.emit(self.tr("Nothing was exported yet: choose a build and a case."), None)
            return
        row = self.builds.model.row_of(last.build.id)
        if row >= 0:
            self.builds.choose(row)
        self.form.cases.show_cases(last.case_ids)
        # A build that is kept is as it is now; one that is gone is done again as it was.
        self._start(self.form.build if row >= 0 else last.build)

    def _lay_out(self) -> None:
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setObjectName("publish")
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(1)
        for at, pane in enumerate((self.builds, self.middle, self.form)):
            splitter.addWidget(pane)
            splitter.setStretchFactor(at, 1 if pane is self.middle else 0)
        self.middle.setMinimumWidth(LEAST_MIDDLE)
        splitter.setSizes([260, 700, 310])
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(splitter)

    def _connect(self) -> None:
        self.builds.chosen.connect(self._choose)
        self.builds.model.dataChanged.connect(lambda *_where: self.form.take_name(self.builds.build))
        self.builds.export_wanted.connect(lambda: self._start(self.form.build))
        self.builds.exports_wanted.connect(self.middle.show_exports)
        self.middle.pages_wanted.connect(self._show_pages)
        self.middle.progress.stop_wanted.connect(self._stop)
        self.form.cases_changed.connect(self._reckon)
        self.form.cases_changed.connect(self._show_pages)
        self.form.cases_changed.connect(self.selection_changed)
        self.form.edited.connect(self._on_edit)
        self.form.export_wanted.connect(lambda: self._start(self.form.build))
        self.form.withheld.details_wanted.connect(self._show_each)
        self._reckoner.waiting.connect(self.form.withheld.show_waiting)
        self._reckoner.reckoned.connect(self._show_reckonings)
        self._workbench.library_changed.connect(self._start_over)
        self.own.changed.connect(self._take_template)

    def _start_over(self) -> None:
        self._stop()
        self._last = None
        self.form.cases.show_cases(())
        self.middle.results.clear()
        self.middle.show_pages()

    def _choose(self, build: Build) -> None:
        another = build.audience is not self.form.build.audience
        self.form.show_build(build, self.builds.model.template(build))
        if another:
            self._reckon()
        self._show_pages()

    def _take_template(self, name: str) -> None:
        """A template of one's own is there, is another, or is gone."""
        self.builds.offer(name)
        self.preview.remake()

    def _on_edit(self, build: Build) -> None:
        before = self.builds.build
        self.builds.model.change(build)
        if before is None or before.audience is not build.audience:
            self._reckon()
        self._show_pages()

    def _show_pages(self) -> None:
        """The chosen build of the chosen cases, as it will be printed; an export goes on meanwhile."""
        build = self.form.build
        template = self.builds.model.template(build)
        order = build.order(self.form.folder, self._workbench.language)
        self.middle.show_pages()
        self.preview.show_report(
            self.form.cases.titles, order, template.max_pages if template is not None else 0
        )

    def _reckon(self) -> None:
        self._reckonings = ()
        self.form.show_refused(0)
        self._reckoner.ask(self.form.cases.case_ids, self.form.build.audience)

    def _show_reckonings(self, reckonings: Sequence[Reckoning]) -> None:
        self._reckonings = tuple(reckonings)
        self.form.show_refused(sum(bool(one.refusal) for one in reckonings))
        self.form.withheld.show_reckonings(reckonings)

    def _start(self, build: Build) -> None:
        case_ids = self.form.cases.case_ids
        if self._run is not None or not case_ids or not build.formats:
            return
        order = build.order(self.form.folder, self._workbench.language)
        self._remember(LastExport(build=build, case_ids=case_ids))
        self.middle.results.clear()
        self.middle.show_results()
        self.middle.progress.begin()
        self.form.show_running(True)
        self._run = run = ExportRun(self._workbench, Wish(case_ids=case_ids, order=order), self)
        run.made.connect(self.middle.results.add_published)
        run.refused.connect(self.middle.results.add_refused)
        run.advanced.connect(self.middle.progress.advance)
        run.ended.connect(self._end)
        run.start()

    def _last_export(self) -> LastExport | None:
        library = self._workbench.library
        if self._last is None and library is not None:
            self._last = BuildList(library).last()
        return self._last

    def _remember(self, last: LastExport) -> None:
        self._last = last
        library = self._workbench.library
        if library is None or library.read_only:
            return
        try:
            BuildList(library).remember(last)
        except CasebookError as error:
            self._workbench.problem.emit(str(error))

    def _stop(self) -> None:
        if self._run is not None:
            self._run.cancel()

    def _end(self) -> None:
        if self._run is not None:
            self.middle.results.sum_up(self._run.total, stopped=self._run.cancelled)
            self._run.deleteLater()
            self._run = None
        self.middle.progress.hide()
        self.form.show_running(False)

    def _show_each(self) -> None:
        dialog = WithheldDialog(self._reckonings, self._workbench.wording, self)
        dialog.entry_wanted.connect(self._go_to)
        dialog.exec()

    def _go_to(self, case_id: str, record_id: str, field: str) -> None:
        """Open the case in Write at what is withheld."""
        if self._workbench.open_case(case_id):
            self._workbench.workspace_requested.emit("write")
            self._workbench.go_to.emit(record_id, field)
