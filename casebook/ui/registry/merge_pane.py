"""Several records that are to be one: which stays, what it says then, and what that changes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from casebook.domain.declaration import SectionSpec
from casebook.domain.record_merge import differing, merged
from casebook.domain.records import SharedRecord
from casebook.services.merging_records import Merge, title_of
from casebook.storage.record_query import UseCount
from casebook.ui.icons import set_icon
from casebook.ui.registry.record_context import RecordContext
from casebook.ui.widgets.flow_layout import FlowLayout
from casebook.ui.widgets.look import with_look
from casebook.ui.workbench import Workbench

LONGEST = 60
"""Characters of a value that are shown."""


class MergePane(QScrollArea):
    """Emits `keep_chosen` when another one is to stay, `merge_wanted` with a Merge, `apart_wanted`, `cancelled`."""

    keep_chosen = Signal()
    merge_wanted = Signal(object)
    apart_wanted = Signal(tuple)
    cancelled = Signal()

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        with_look(self, "aside")
        self.setObjectName("merge-pane")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("pane", True)
        self._workbench = workbench
        self._context = RecordContext(workbench, self)
        self._section: SectionSpec | None = None
        self._records: tuple[SharedRecord, ...] = ()
        self._counts: Mapping[str, int] = {}
        self._boxes: dict[str, QComboBox] = {}
        self._stays = QButtonGroup(self)
        self._stays.idToggled.connect(self._choose)

    @property
    def ids(self) -> tuple[str, ...]:
        """Ids of the records that are looked at."""
        return tuple(record.id for record in self._records)

    @property
    def merge(self) -> Merge | None:
        """What is wished; None when nothing is looked at."""
        if self._section is None or len(self._records) < 2:
            return None
        keep = self._records[max(self._stays.checkedId(), 0)]
        chosen = {name: str(box.currentData()) for name, box in self._boxes.items() if box.currentData()}
        others = tuple(record.id for record in self._records if record.id != keep.id)
        return Merge(section=self._section.key, keep=keep.id, others=others, chosen=chosen)

    def show_records(
        self, section: SectionSpec, records: Sequence[SharedRecord], counts: Mapping[str, int]
    ) -> None:
        """Show records of a section; `counts` says how many cases use each. The most used stays, unless told otherwise."""
        self._section, self._records, self._counts = section, tuple(records), counts
        self._build()

    def say_plan(self, count: UseCount) -> None:
        """Say what would change: what the records that go are used in."""
        merge = self.merge
        if merge is None:
            return
        gone = [f"“{title_of(record)}”" for record in self._records if record.id in merge.others]
        keep = next(f"“{title_of(record)}”" for record in self._records if record.id == merge.keep)
        cases = (
            self.tr("1 case changes") if count.cases == 1 else self.tr("{} cases change").format(count.cases)
        )
        links = self.tr("1 link") if count.links == 1 else self.tr("{} links").format(count.links)
        said = self.tr("{gone} and {keep} become one: {cases}, {links}.")
        if not count.cases and not count.links:
            said = self.tr("{gone} and {keep} become one; no case changes.")
        self._plan.setText(said.format(gone=", ".join(gone), keep=keep, cases=cases, links=links))

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 56, 400)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 26, 100)

    def _build(self) -> None:
        for button in self._stays.buttons():
            self._stays.removeButton(button)
        self._boxes.clear()
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(16, 16, 16, 24)
        column.setSpacing(6)
        title = with_look(QLabel(self.tr("Make {} records one").format(len(self._records))), "title")
        column.addWidget(title)
        column.addSpacing(8)
        column.addWidget(with_look(QLabel(self.tr("Which one stays").upper()), "caps"))
        self._add_radios(column)
        self._fields = QVBoxLayout()
        self._fields.setSpacing(4)
        column.addLayout(self._fields)
        self._further, self._plan = QLabel(), QLabel()
        for label, name in ((self._further, "merge-names"), (self._plan, "merge-plan")):
            label.setObjectName(name)
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        with_look(self._further, "small")
        column.addWidget(self._further)
        column.addSpacing(8)
        column.addWidget(self._plan)
        column.addSpacing(8)
        column.addWidget(self._buttons())
        column.addStretch(1)
        self.setWidget(page)
        most = max(range(len(self._records)), key=lambda at: self._counts.get(self._records[at].id, 0))
        button = self._stays.button(most)
        if button is not None:
            button.setChecked(True)

    def _add_radios(self, column: QVBoxLayout) -> None:
        for at, record in enumerate(self._records):
            radio = QRadioButton()
            radio.setObjectName(f"stays:{at}")
            radio.setAccessibleName(title_of(record))
            radio.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
            self._stays.addButton(radio, at)
            name = _Name(title_of(record))
            name.clicked.connect(radio.click)
            count = self._counts.get(record.id, 0)
            used = self.tr("used in {} cases").format(count) if count else self.tr("not used")
            used = self.tr("used in 1 case") if count == 1 else used
            facts = " · ".join(part for part in (self._facts(record), used) if part)
            about = with_look(QLabel(facts), "small")
            about.setWordWrap(True)
            about.setTextFormat(Qt.TextFormat.PlainText)
            words = QVBoxLayout()
            words.setSpacing(0)
            words.addWidget(name)
            words.addWidget(about)
            row = QHBoxLayout()
            row.setSpacing(6)
            row.addWidget(radio, 0, Qt.AlignmentFlag.AlignTop)
            row.addLayout(words, 1)
            column.addLayout(row)

    def _facts(self, record: SharedRecord) -> str:
        if self._section is None:
            return ""
        self._context.take(self._section.key, record)
        case = self._context.case
        return self._workbench.wording.facts(record, case) if case is not None else ""

    def _buttons(self) -> QWidget:
        bar = QWidget()
        flow = FlowLayout(bar, spacing=8)
        make = with_look(QPushButton(self.tr("Make them one")), "primary")
        make.setObjectName("merge-do")
        make.setEnabled(not self._workbench.read_only)
        make.clicked.connect(self._wish)
        apart = QPushButton(self.tr("Not the same"))
        apart.setObjectName("merge-apart")
        apart.setEnabled(not self._workbench.read_only)
        set_icon(apart, "split", "ink")
        apart.clicked.connect(lambda: self.apart_wanted.emit(self.ids))
        cancel = with_look(QPushButton(self.tr("Cancel")), "plain")
        cancel.setObjectName("merge-cancel")
        cancel.clicked.connect(self.cancelled)
        for button in (make, apart, cancel):
            flow.addWidget(button)
        return bar

    def _choose(self, _at: int, checked: bool) -> None:
        """Another one stays: its values count, unless others are chosen."""
        if not checked or self._section is None:
            return
        while self._fields.count():
            item = self._fields.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.setObjectName("")  # it is gone only once Qt has done with it
                widget.deleteLater()
        self._boxes.clear()
        specs = differing(self._records)
        if specs:
            self._fields.addSpacing(10)
            self._fields.addWidget(with_look(QLabel(self.tr("What it says then").upper()), "caps"))
        for spec in specs:
            head = with_look(QLabel(self._workbench.wording.translate(spec.label)), "label")
            box = self._box(spec.name)
            head.setBuddy(box)
            self._fields.addWidget(head)
            self._fields.addWidget(box)
        self._show_names()
        self._plan.setText("")
        self.keep_chosen.emit()

    def _box(self, field: str) -> QComboBox:
        box = QComboBox()
        box.setObjectName(f"value:{field}")
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(16)
        spec = next(one for one in self._section.fields if one.name == field) if self._section else None
        keep = self._records[max(self._stays.checkedId(), 0)]
        for record in (keep, *(one for one in self._records if one is not keep)):
            value = getattr(record, field)
            if spec is None or spec.is_empty(value):
                continue
            self._context.take(self._section.key if self._section else "", record)
            case = self._context.case
            words = " ".join(self._workbench.wording.value(spec, value, case).split()) if case else ""
            if box.findText(_cut(words)) < 0:
                box.addItem(_cut(words), record.id)
        box.setAccessibleName(self._workbench.wording.translate(spec.label) if spec else "")
        box.activated.connect(lambda _at: self._show_names())
        self._boxes[field] = box
        return box

    def _show_names(self) -> None:
        merge = self.merge
        if merge is None or self._section is None:
            return
        keep = next(record for record in self._records if record.id == merge.keep)
        others = tuple(record for record in self._records if record is not keep)
        made = merged(keep, others, merge.chosen)
        names = [name for spec in self._section.fields if spec.alias for name in getattr(made, spec.name)]
        self._further.setText(self.tr("Also called: {}").format(", ".join(names)) if names else "")
        self._further.setVisible(bool(names))

    def _wish(self) -> None:
        if self.merge is not None:
            self.merge_wanted.emit(self.merge)


class _Name(QLabel):
    """A name beside its button: it wraps, as buttons cannot, and a click on it is one on the button."""

    clicked = Signal()

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.clicked.emit()


def _cut(words: str) -> str:
    return words if len(words) <= LONGEST else words[: LONGEST - 1].rstrip() + "…"
