"""The right pane of Write: a bar with what one can do, and the form of the current entry or part."""

from collections.abc import Hashable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from casebook.domain.case import Case
from casebook.domain.changes import Change
from casebook.domain.declaration import Part, SectionSpec
from casebook.ui.forms.form_context import FormContext
from casebook.ui.icons import set_icon
from casebook.ui.widgets.elided_label import ElidedLabel
from casebook.ui.widgets.look import with_look
from casebook.ui.workbench import Workbench
from casebook.ui.write.record_view import RecordView

WITH_ITS_AUTHOR = (None, "draft", "changes-requested")
"""States in which a case can be sent for review."""

NARROWEST = 40
"""Average characters the page is at least wide."""


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
        self._areas: dict[Hashable, tuple[QScrollArea, RecordView]] = {}
        self.current: RecordView | None = None
        self.setProperty("pane", True)
        with_look(self, "paper").setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._position = with_look(ElidedLabel(parent=self), "muted")
        self._position.setObjectName("position")
        self._position.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._stack = QStackedWidget(self)
        self._blank = QWidget(self._stack)
        self._stack.addWidget(self._blank)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._make_bar())
        column.addWidget(self._stack, 1)
        workbench.case_opened.connect(self._show_stage)
        workbench.case_changed.connect(self._show_stage)
        self._show_stage()

    def show_record(
        self, case: Case, shown: SectionSpec | Part, record_id: str, change: Change | None = None
    ) -> None:
        """Show a record of a section, or the case itself for a part; `change` is what happened since, when known."""
        area, view = self._view_of(shown)
        if self.current is not None and self.current is not view:
            self.current.flush()
        another = view.record_id != record_id or self.current is not view
        view.show_record(case, record_id, None if another else change)
        self.current = view
        self._stack.setCurrentWidget(area)
        self._position.setText(self._place(case, shown, record_id))
        if another:
            area.verticalScrollBar().setValue(0)

    def show_nothing(self) -> None:
        """Show an empty page, for a section without entries; the pane beside it says what belongs there."""
        self.flush()
        self.current = None
        self._position.setText("")
        self._stack.setCurrentWidget(self._blank)

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

    def minimumSizeHint(self) -> QSize:
        return QSize(NARROWEST * self.fontMetrics().averageCharWidth(), super().minimumSizeHint().height())

    def _place(self, case: Case, shown: SectionSpec | Part, record_id: str) -> str:
        words = self._workbench.wording.translate
        if isinstance(shown, Part):
            return words(shown.title)
        ids = [entry.id for entry in case.section(shown.key)]
        return self.tr("{what} {at} of {of}").format(
            what=words(shown.singular),
            at=ids.index(record_id) + 1,
            of=len(ids),
        )

    def _view_of(self, shown: SectionSpec | Part) -> tuple[QScrollArea, RecordView]:
        key = self._workbench.declaration.case_type, shown.key
        if key not in self._areas:
            self._areas[key] = self._make_view(shown)
        return self._areas[key]

    def _show_stage(self) -> None:
        """Offer to send the case for review while it is with its author."""
        case = self._workbench.case
        with_author = case is not None and case.status in WITH_ITS_AUTHOR
        self._review.setVisible(with_author and not self._workbench.read_only)

    def _make_view(self, shown: SectionSpec | Part) -> tuple[QScrollArea, RecordView]:
        # Every widget is made where it will stand: moving one that stands elsewhere styles all in it anew.
        area = QScrollArea(self._stack)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        holder = QWidget(area.viewport())
        view = RecordView(self._workbench, self._context, shown, holder)
        row = QHBoxLayout(holder)
        row.setContentsMargins(24, 16, 24, 32)
        row.addWidget(view, 1)
        row.addStretch(0)
        area.setWidget(holder)
        self._stack.addWidget(area)
        return area, view

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
            button = self._tool(bar, name, label)
            button.clicked.connect(slot)
            button.setEnabled(able())
            changed.connect(button.setEnabled)
            row.addWidget(button)
        check = QPushButton(self.tr("Check now"), bar)
        check.setObjectName("check-now")
        check.setToolTip(self.tr("List what is to fix before review (F7)"))
        check.clicked.connect(self.check_wanted)
        self._review = with_look(QPushButton(self.tr("Send for review"), bar), "primary")
        self._review.setObjectName("send-for-review")
        self._review.clicked.connect(self.review_wanted)
        self._aside = self._tool(bar, "sidebar", self.tr("Guidance and history (F9)"))
        self._aside.setCheckable(True)
        self._aside.clicked.connect(self.aside_toggled)
        for widget in (check, self._review, self._aside):
            row.addWidget(widget)
        return bar

    def _tool(self, bar: QWidget, name: str, label: str) -> QToolButton:
        button = QToolButton(bar)
        button.setObjectName(name)
        button.setAccessibleName(label)
        button.setToolTip(label)
        set_icon(button, name, "ink")
        return button
