"""The right pane of Write: a bar with what one can do, and the form of the current entry or part."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from casebook.domain.case import Case
from casebook.domain.declaration import Part, SectionSpec
from casebook.ui.forms.form_context import FormContext
from casebook.ui.icons import icon
from casebook.ui.theme import tokens_of
from casebook.ui.widgets.look import with_look
from casebook.ui.workbench import Workbench
from casebook.ui.write.record_view import RecordView

WITH_ITS_AUTHOR = (None, "draft", "changes-requested")
"""States in which a case can be sent for review."""


class Page(QWidget):
    """Keeps one view per section or part and shows the one that is current."""

    check_wanted = Signal()
    review_wanted = Signal()
    aside_toggled = Signal(bool)

    def __init__(self, workbench: Workbench, context: FormContext, parent: QWidget | None = None) -> None:
        """Shows nothing until `show_record`."""
        super().__init__(parent)
        self._workbench = workbench
        self._context = context
        self._views: dict[str, RecordView] = {}
        self._areas: dict[str, QScrollArea] = {}
        self.current: RecordView | None = None
        self._position = with_look(QLabel(), "muted")
        self._position.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._stack = QStackedWidget(self)
        self._blank = QWidget(self)
        self._stack.addWidget(self._blank)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._make_bar())
        column.addWidget(self._stack, 1)

    def show_record(self, case: Case, shown: SectionSpec | Part, record_id: str) -> None:
        """Show a record of a section, or the case itself for a part."""
        self._review.setVisible(case.status in WITH_ITS_AUTHOR and not self._workbench.read_only)
        view = self._views.get(shown.key) or self._make_view(shown)
        if self.current is not None and self.current is not view:
            self.current.flush()
        view.show_record(case, record_id)
        self.current = view
        area = self._areas[shown.key]
        if self._stack.currentWidget() is not area:
            self._stack.setCurrentWidget(area)
        words = self._workbench.wording.translate
        if isinstance(shown, Part):
            self._position.setText(words(shown.title))
            return
        ids = [entry.id for entry in case.section(shown.key)]
        place = self.tr("{what} {at} of {of}").format(
            what=words(shown.singular), at=ids.index(record_id) + 1, of=len(ids)
        )
        self._position.setText(place)

    def show_nothing(self) -> None:
        """Show an empty page, for a section without entries."""
        self.flush()
        self.current = None
        self._position.setText("")
        self._stack.setCurrentWidget(self._blank)

    def scroll_to_top(self) -> None:
        """Begin at the top, as for another entry."""
        area = self._stack.currentWidget()
        if isinstance(area, QScrollArea):
            area.verticalScrollBar().setValue(0)

    def reveal(self, case: Case, path: list[str], field: str) -> None:
        """Focus a field of the record at the end of `path`, which begins below the shown record."""
        if self.current is not None:
            self.current.reveal(case, path, field)

    def flush(self) -> None:
        """Hand over what is typed but not yet told."""
        if self.current is not None:
            self.current.flush()

    def show_aside_state(self, shown: bool) -> None:
        """Say in the bar whether the pane beside the page is open."""
        self._aside.setChecked(shown)

    def _make_view(self, shown: SectionSpec | Part) -> RecordView:
        view = RecordView(self._workbench, self._context, shown)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(24, 16, 24, 32)
        row.addWidget(view, 1)
        row.addStretch(0)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(holder)
        self._views[shown.key], self._areas[shown.key] = view, area
        self._stack.addWidget(area)
        return view

    def _make_bar(self) -> QWidget:
        bar = with_look(QWidget(self), "bar")
        bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(bar)
        row.setContentsMargins(24, 8, 12, 8)
        row.setSpacing(8)
        row.addWidget(self._position, 1)
        stack = self._workbench.undo_stack
        for name, label, slot, able, changed in (
            ("undo", self.tr("Undo"), self._workbench.undo, stack.canUndo, stack.canUndoChanged),
            ("redo", self.tr("Redo"), self._workbench.redo, stack.canRedo, stack.canRedoChanged),
        ):
            button = self._tool(name, label)
            button.clicked.connect(slot)
            button.setEnabled(able())
            changed.connect(button.setEnabled)
            row.addWidget(button)
        check = QPushButton(self.tr("Check now"))
        check.setObjectName("check-now")
        check.clicked.connect(self.check_wanted)
        self._review = with_look(QPushButton(self.tr("Send for review")), "primary")
        self._review.setObjectName("send-for-review")
        self._review.clicked.connect(self.review_wanted)
        self._aside = self._tool("sidebar", self.tr("Guidance and history"))
        self._aside.setCheckable(True)
        self._aside.clicked.connect(self.aside_toggled)
        for widget in (check, self._review, self._aside):
            row.addWidget(widget)
        return bar

    def _tool(self, name: str, label: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName(name)
        button.setAccessibleName(label)
        button.setToolTip(label)
        button.setIcon(icon(name, tokens_of(self).ink))
        return button
