"""The pinned titles of the cases: drag one to move it, with Shift to swap two; a click offers what can be done with it."""

from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from casebook.ui.compare.blocks import Block, ChipBlock, Words
from casebook.ui.compare.cell_delegate import PAD, CellDelegate
from casebook.ui.compare.cell_layout import CellLayout, Fonts, laid_out, paint
from casebook.ui.compare.comparison_desk import ComparisonDesk
from casebook.ui.compare.line_model import LineModel
from casebook.ui.theme import Tokens, tokens_of

TITLE_LINES = 2


class CaseHeader(QHeaderView):
    """Emits `menu_wanted` with the number of a case and a point of the screen, `moved` or `swapped` with from and to."""

    menu_wanted = Signal(int, QPoint)
    moved = Signal(int, int)
    swapped = Signal(int, int)

    def __init__(self, desk: ComparisonDesk, model: LineModel, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._desk, self._lines = desk, model
        self.cells: CellDelegate | None = None
        self.setSectionsMovable(True)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(40)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setObjectName("compare-cases-header")
        self.setToolTip(self.tr("Drag to move a case, with Shift to swap two; click for more"))
        self.sectionMoved.connect(self._section_moved)
        self.sectionClicked.connect(self._clicked)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(lambda at: self._clicked(self.logicalIndexAt(at)))

    def sizeHint(self) -> QSize:
        high = max((self._layout(at).height for at in range(self._lines.columnCount())), default=0.0)
        return QSize(100, round(max(high, self.fontMetrics().height() * 2)) + 2 * PAD)

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        tokens = tokens_of(self)
        painter.save()
        painter.fillRect(rect, QColor(tokens.surface))
        painter.setPen(QColor(tokens.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        mirrored = Fonts.of(self).mirrored
        paint(
            painter,
            self._layout(logical),
            QPointF(rect.topLeft() + QPoint(PAD, PAD)),
            tokens,
            mirrored=mirrored,
        )
        if logical < self._lines.finding_column:
            self._dots(painter, rect, tokens, mirrored=mirrored)
        painter.restore()

    def _dots(self, painter: QPainter, rect: QRect, tokens: Tokens, *, mirrored: bool) -> None:
        """Three dots say that there is a menu."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.muted))
        size = max(self.fontMetrics().height() // 7, 2)
        middle = rect.left() + PAD if mirrored else rect.right() - PAD
        for step in (-1, 0, 1):
            painter.drawEllipse(
                QPointF(middle, rect.top() + PAD + size * 4 + step * size * 2.4), size / 2, size / 2
            )

    def _layout(self, logical: int) -> CellLayout:
        width = self.sectionSize(logical) - 2 * PAD - self.fontMetrics().height() // 2
        blocks = tuple(self._blocks(logical))
        return self.cells.laid_out(blocks, width) if self.cells else laid_out(blocks, width, Fonts.of(self))

    def _blocks(self, logical: int) -> list[Block]:
        sight = self._lines.sight
        if sight is None:
            return []
        cases = sight.comparison.cases
        if logical >= len(cases):
            return [Words(text=self.tr("Synthesis"), look="muted")]
        case, wording = cases[logical], sight.comparison.wording
        facts = " · ".join(part for part in (case.ref_code, wording.term("status", case.status)) if part)
        made: list[Block] = [
            Words(text=wording.title(case, case), look="bold", lines=TITLE_LINES),
            Words(text=facts, look="small", lines=1),
        ]
        if case.id == self._desk.synthesis.reference:
            made.append(ChipBlock(text=self.tr("Reference"), state="notice"))
        if case.id in self._desk.changed_cases:
            made.append(ChipBlock(text=self.tr("changed"), state="warning"))
        return made

    def _section_moved(self, logical: int, old: int, new: int) -> None:
        """Tell the new order, and let the columns stand as they are: the model moves them."""
        self.blockSignals(True)
        self.moveSection(new, old)
        self.blockSignals(False)
        last = self._lines.finding_column
        if logical < last:
            swaps = QGuiApplication.keyboardModifiers() & Qt.KeyboardModifier.ShiftModifier
            (self.swapped if swaps else self.moved).emit(old, min(new, last - 1))

    def _clicked(self, logical: int) -> None:
        if 0 <= logical < self._lines.finding_column:
            below = QPoint(self.sectionViewportPosition(logical), self.height())
            self.menu_wanted.emit(logical, self.viewport().mapToGlobal(below))
