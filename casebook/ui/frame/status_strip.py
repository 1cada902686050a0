"""The thin strip at the foot: saved when, which library, encrypted or not, what is running, how many cases."""

from datetime import datetime

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QToolButton, QWidget

from casebook.ui.icons import set_icon
from casebook.ui.tasks import TaskBoard, Undertaking
from casebook.ui.widgets.elided_label import ElidedLabel
from casebook.ui.widgets.look import set_style_property, with_look


class StatusStrip(QFrame):
    """Shows; decides nothing."""

    def __init__(self, tasks: TaskBoard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        with_look(self, "status")
        self._tasks = tasks
        self._task: Undertaking | None = None
        self._saved = QLabel()
        self._saved.setObjectName("saved")
        self._library = ElidedLabel()
        self._library.setObjectName("library-name")
        self._protection = QLabel()
        self._protection.setObjectName("protection")
        self._count = QLabel()
        self._count.setObjectName("case-count")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 3, 16, 3)
        row.setSpacing(16)
        row.addWidget(self._saved)
        row.addWidget(self._library)
        row.addWidget(self._protection)
        row.addStretch(1)
        row.addWidget(self._task_box())
        row.addWidget(self._count)
        tasks.changed.connect(self._show_tasks)
        self._show_tasks()

    def show_library(self, name: str, encrypted: bool) -> None:
        """Name the open library; an empty name means that none is open."""
        self._library.setText(name)
        self._protection.setText(
            "" if not name else self.tr("Encrypted") if encrypted else self.tr("Not encrypted")
        )
        self._saved.setVisible(bool(name))
        self._say_saved("● " + self.tr("All changes saved"))

    def show_count(self, count: int | None) -> None:
        """Show how many cases the library has; None for no library."""
        self._count.setText(
            ""
            if count is None
            else self.tr("1 case")
            if count == 1
            else self.tr("{} cases").format(QLocale().toString(count))
        )

    def show_saved(self, at: datetime) -> None:
        """Say when the last change was saved; `at` is local time."""
        self._say_saved("● " + self.tr("All changes saved {}").format(at.strftime("%H:%M:%S")))

    def show_reading_only(self) -> None:
        """Say that nothing is saved here."""
        self._say_saved(self.tr("Reading only"))

    def show_unsaved(self) -> None:
        """Say that the last change could not be saved."""
        set_style_property(self._saved, "state", "danger")
        self._saved.setText("▲ " + self.tr("Not saved"))

    def _say_saved(self, words: str) -> None:
        set_style_property(self._saved, "state", "")
        self._saved.setText(words)

    def _task_box(self) -> QWidget:
        self._box = QWidget()
        self._title = ElidedLabel()
        self._title.setObjectName("task-title")
        self._bar = QProgressBar()
        self._bar.setFixedWidth(120)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress"))
        self._cancel = QToolButton()
        self._cancel.setObjectName("cancel-task")
        self._cancel.setToolTip(self.tr("Cancel"))
        self._cancel.setAccessibleName(self.tr("Cancel what is running"))
        self._cancel.clicked.connect(self._cancel_task)
        set_icon(self._cancel, "x", "muted")
        row = QHBoxLayout(self._box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for part in (self._title, self._bar, self._cancel):
            row.addWidget(part)
        # The strip keeps its height, so that nothing jumps when a task begins.
        policy = self._box.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._box.setSizePolicy(policy)
        return self._box

    def _show_tasks(self) -> None:
        running = self._tasks.running
        self._box.setVisible(bool(running))
        if not running:
            self._task = None
            return
        if running[-1] is not self._task:
            self._task = running[-1]
            self._bar.setRange(0, 0)
            self._task.progressed.connect(self._show_progress)
        more = self.tr(" (and {} more)").format(len(running) - 1) if len(running) > 1 else ""
        self._title.setText(self._task.title + more)

    def _show_progress(self, at: int, of: int) -> None:
        if self.sender() is self._task:
            self._bar.setRange(0, max(of, 1))
            self._bar.setValue(at)

    def _cancel_task(self) -> None:
        if self._task is not None:
            self._task.cancel()
