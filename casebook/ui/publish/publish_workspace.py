"""The Publish workspace: choose a report, choose what goes in, see what is withheld, export."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from casebook.domain.case import Case
from casebook.domain.errors import CasebookError
from casebook.domain.records import RecordId, Sensitivity
from casebook.domain.redaction import redact
from casebook.publishing.converters import FORMATS
from casebook.publishing.order import Published
from casebook.services.publishing import templates
from casebook.ui.i18n import translated
from casebook.ui.publish.export_form import ExportForm
from casebook.ui.publish.export_run import ExportRun, Wish
from casebook.ui.publish.own_templates import OwnTemplates
from casebook.ui.publish.page_preview import PagePreview
from casebook.ui.publish.result_list import ResultList
from casebook.ui.publish.withheld_dialog import WithheldDialog
from casebook.ui.publish.withheld_panel import Reckoning
from casebook.ui.widgets.card import Card
from casebook.ui.widgets.elided_label import ElidedLabel
from casebook.ui.widgets.look import with_look
from casebook.ui.workbench import Workbench
from casebook.ui.workspace import Workspace

USUAL = "full-report"
"""The report that is chosen at first."""

RECKONED_AT_ONCE = 20
"""Cases whose withheld parts are reckoned beforehand; of more, each is reckoned as it is exported."""


class PublishWorkspace(Workspace):
    """Shows the pages of a report and exports one for each chosen case."""

    can_search = True

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._reckonings: tuple[Reckoning, ...] = ()
        self._asked = 0
        self._run: ExportRun | None = None
        self._template = ""
        self._cards: dict[str, Card] = {}
        self.form = ExportForm(workbench)
        self.own = OwnTemplates(workbench, lambda: (self.form.cases.titles, self.form.audience), self)
        self._build()
        self._connect()
        self._offer_templates()

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
        self._cards[self._template].setFocus()

    def search(self) -> None:
        """Look for words in the pages."""
        self.preview.search()

    def take_cases(self, case_ids: tuple[str, ...]) -> None:
        """Publish these cases."""
        self.form.cases.show_cases(case_ids)

    def _build(self) -> None:
        self.preview = PagePreview(self._workbench)
        self._results = ResultList()
        self._middle = QStackedWidget()
        self._middle.addWidget(self.preview)
        self._middle.addWidget(self._results)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._progress_bar())
        column.addWidget(self._way_back())
        column.addWidget(self._middle, 1)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setObjectName("publish")
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(1)
        for at, pane in enumerate((self._report_list(), middle, self.form)):
            splitter.addWidget(pane)
            splitter.setStretchFactor(at, 1 if pane is middle else 0)
        splitter.setSizes([260, 700, 310])
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(splitter)

    def _report_list(self) -> QFrame:
        panel = with_look(QFrame(), "side")
        column = QVBoxLayout(panel)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addWidget(with_look(QLabel(self.tr("Publish")), "title"))
        column.addSpacing(4)
        column.addWidget(with_look(QLabel(self.tr("Reports").upper()), "caps"))
        page = QWidget()
        self._reports = QVBoxLayout(page)
        self._reports.setContentsMargins(0, 0, 0, 0)
        self._reports.setSpacing(8)
        self._reports.addStretch(1)
        scroll = QScrollArea()
        scroll.setAccessibleName(self.tr("Reports"))
        scroll.setProperty("pane", True)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(page)
        column.addWidget(scroll, 1)
        column.addWidget(self.own.button())
        return panel

    def _progress_bar(self) -> QFrame:
        self._progress = with_look(QFrame(), "bar")
        self._doing = ElidedLabel()
        self._doing.setObjectName("doing")
        self._bar = QProgressBar()
        self._bar.setRange(0, 1000)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress of the export"))
        self._cancel = QPushButton(self.tr("Cancel"))
        self._cancel.setObjectName("cancel-export")
        self._cancel.clicked.connect(self._stop)
        row = QHBoxLayout(self._progress)
        row.setContentsMargins(18, 8, 18, 8)
        row.setSpacing(12)
        row.addWidget(self._doing, 2)
        row.addWidget(self._bar, 1)
        row.addWidget(self._cancel)
        self._progress.hide()
        return self._progress

    def _way_back(self) -> QFrame:
        bar = with_look(QFrame(), "bar")
        back = QPushButton(self.tr("Back to the pages"))
        back.setObjectName("back-to-pages")
        back.clicked.connect(self._show_pages)
        row = QHBoxLayout(bar)
        row.setContentsMargins(18, 8, 18, 8)
        row.addWidget(back)
        row.addStretch(1)
        self._middle.currentChanged.connect(
            lambda _at: bar.setVisible(self._middle.currentWidget() is self._results)
        )
        bar.hide()
        return bar

    def _connect(self) -> None:
        self.form.changed.connect(self._reckon)
        self.form.changed.connect(self._show_pages)
        self.form.changed.connect(self.selection_changed)
        self.form.export_wanted.connect(self._start)
        self.form.withheld.details_wanted.connect(self._show_each)
        self._workbench.library_changed.connect(self._start_over)
        self.own.changed.connect(self._offer_again)

    def _start_over(self) -> None:
        self._stop()
        self.form.cases.show_cases(())
        self._results.clear()
        self._middle.setCurrentWidget(self.preview)

    def _offer_again(self, name: str) -> None:
        """Other templates are at hand: show them, and choose one."""
        for card in self._cards.values():
            card.setParent(None)
        self._cards, self._template = {}, ""
        self._offer_templates(name)

    def _offer_templates(self, wanted: str = "") -> None:
        for template in templates():
            names = [translated(FORMATS[key].title) for key in template.formats if key in FORMATS]
            card = Card(translated(template.title), ", ".join(names))
            card.setToolTip(translated(template.description))
            card.setAccessibleDescription(translated(template.description))
            card.setObjectName(f"report-{template.name}")
            card.clicked.connect(lambda chosen=template: self._choose(chosen.name, chosen.formats))
            self.own.attach(card, template)
            self._cards[template.name] = card
            self._reports.insertWidget(self._reports.count() - 1, card)
            if not self._template or template.name == (wanted or USUAL):
                self._choose(template.name, template.formats)

    def _choose(self, name: str, formats: tuple[str, ...]) -> None:
        self._template = name
        for key, card in self._cards.items():
            card.set_selected(key == name)
        self.form.offer_formats(formats)
        self._show_pages()

    def _show_pages(self) -> None:
        """The chosen report of the chosen cases, as it will be printed; an export goes on meanwhile."""
        self._middle.setCurrentWidget(self.preview)
        self.preview.show_report(self.form.cases.titles, self._template, self.form.audience)

    def _reckon(self) -> None:
        """Find out what each case loses, off the GUI thread; only the latest question is answered."""
        self._asked += 1
        asked, audience = self._asked, self.form.audience
        cases = self._loaded(self.form.cases.case_ids[:RECKONED_AT_ONCE])
        self._reckonings = ()
        if not cases:
            self.form.withheld.show_reckonings(())
            return
        self.form.withheld.show_waiting()

        def show(reckonings: tuple[Reckoning, ...]) -> None:
            if asked == self._asked:
                self._reckonings = reckonings
                self.form.withheld.show_reckonings(reckonings)

        self._workbench.run(
            self.tr("Looking at what is withheld"),
            lambda _progress, _cancelled: tuple(_reckoned(case, audience) for case in cases),
            show,
        )

    def _loaded(self, case_ids: tuple[str, ...]) -> list[Case]:
        library = self._workbench.library
        if library is None:
            return []
        try:
            return [library.cases.load(case_id) for case_id in case_ids]
        except CasebookError as error:
            self._workbench.problem.emit(str(error))
            return []

    def _start(self) -> None:
        if self._run is not None:
            return
        wish = Wish(
            case_ids=self.form.cases.case_ids,
            template=self._template,
            formats=self.form.formats,
            audience=self.form.audience,
            folder=self.form.folder,
        )
        self._results.clear()
        self._middle.setCurrentWidget(self._results)
        self._doing.setText(self.tr("Beginning …"))
        self._bar.setValue(0)
        self._progress.show()
        self.form.show_running(True)
        self._run = ExportRun(self._workbench, wish, self)
        self._run.made.connect(self._show_made)
        self._run.refused.connect(self._results.add_refused)
        self._run.advanced.connect(self._advance)
        self._run.ended.connect(self._end)
        self._run.start()

    def _show_made(self, title: str, published: Published) -> None:
        self._results.add_published(title, published)

    def _advance(self, share: float, title: str) -> None:
        self._doing.setText(self.tr("Exporting {}").format(title))
        self._bar.setValue(round(share * 1000))

    def _stop(self) -> None:
        if self._run is not None:
            self._run.cancel()

    def _end(self) -> None:
        if self._run is not None:
            self._run.deleteLater()
            self._run = None
        self._progress.hide()
        self.form.show_running(False)

    def _show_each(self) -> None:
        WithheldDialog(self._reckonings, self._workbench.wording, self).exec()


def _reckoned(case: Case, audience: Sensitivity) -> Reckoning:
    try:
        _clean, receipt = redact(case, audience)
    except CasebookError as error:
        return Reckoning(case, None, str(error))
    return Reckoning(case, receipt)
