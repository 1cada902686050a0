"""Paints the cells of the comparison and knows how high each line is."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from casebook.domain.comparison import RowState
from casebook.domain.synthesis import FindingState
from casebook.ui.compare.blocks import Block, ChipBlock, Words
from casebook.ui.compare.cell_blocks import cell_blocks
from casebook.ui.compare.cell_layout import CellLayout, Fonts, laid_out, paint
from casebook.ui.compare.comparison_desk import ComparisonDesk
from casebook.ui.compare.line_model import LineModel, state_words
from casebook.ui.compare.lines import Line, LineKind
from casebook.ui.compare.marks import FINDING_SIGNS, ROW_SIGNS
from casebook.ui.compare.plain_prose import plain_prose
from casebook.ui.i18n import translated
from casebook.ui.theme import Tokens, tokens_of

PAD = 10
"""Pixels around what stands in a cell."""
INDENT = 14
"""Pixels by which what stands in something is set in."""
FINDING_LINES = 8
LABEL_LINES = 4
REMEMBERED = 20_000
"""Cells whose layout is remembered before all are forgotten."""
HEADER = -1
"""In place of a column: the header of the row."""

Index = QModelIndex | QPersistentModelIndex


class CellDelegate(QStyledItemDelegate):
    """Layouts are kept by what stands in them, so that opening a row costs no more than the row."""

    def __init__(self, desk: ComparisonDesk, model: LineModel, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._desk, self._model, self._view = desk, model, view
        self._made: dict[tuple[str, str, int], tuple[Block, ...]] = {}
        self._layouts: dict[tuple[tuple[Block, ...], int, float, bool], CellLayout] = {}
        self.since = ""
        """When the comparison was last looked at, in words."""
        self._fonts = Fonts.of(view)

    @property
    def fonts(self) -> Fonts:
        """The types of the table."""
        return self._fonts

    def forget(self) -> None:
        """What stands in the cells may have changed; what is the same as before is not laid out anew."""
        self._made.clear()
        self._fonts = Fonts.of(self._view)
        if len(self._layouts) > REMEMBERED:
            self._layouts.clear()

    def layout_of(self, line: Line, column: int, width: int) -> CellLayout:
        """A cell laid out in a width, from `PAD` inside its corner."""
        place = (line.kind.value, line.key, column)
        if place not in self._made:
            self._made[place] = tuple(self._blocks(line, column))
        return self.laid_out(self._made[place], width - 2 * PAD)

    def laid_out(self, blocks: tuple[Block, ...], width: int) -> CellLayout:
        """Blocks laid out in a width; made once."""
        known = (blocks, width, self._fonts.zoom, self._fonts.mirrored)
        if known not in self._layouts:
            self._layouts[known] = laid_out(blocks, width, self._fonts)
        return self._layouts[known]

    def forget_line(self, key: str) -> None:
        """What stands in one line has changed."""
        for known in [known for known in self._made if known[1] == key]:
            del self._made[known]

    def block_at(self, index: Index, point: QPoint, cell: QRect) -> Block | None:
        """What stands at a point of the viewport, inside a cell."""
        line = self._model.line(index.row())
        if line is None:
            return None
        inside = QPointF(point - cell.topLeft() - QPoint(PAD, PAD))
        return self.layout_of(line, index.column(), cell.width()).block_at(inside)

    def _blocks(self, line: Line, column: int) -> list[Block]:
        if column == HEADER:
            return self._head(line)
        if column == self._model.finding_column:
            return self._finding(line)
        sight = self._model.sight
        return cell_blocks(line, column, sight) if sight is not None else []

    def _head(self, line: Line) -> list[Block]:
        """The header of a line: what it is about, how the cases stand, and what else is to be known."""
        if line.kind is LineKind.SIMILAR:
            return [ChipBlock(text=self.tr("≈ similar?"), state="notice")]
        look = "small" if line.kind is LineKind.DETAIL else "bold"
        made: list[Block] = [Words(text=line.label, look=look, lines=LABEL_LINES)]
        if line.note:
            made.append(Words(text=line.note, look="small", lines=1))
        if line.row is None:
            return made
        if line.kind is LineKind.DETAIL:
            return made if line.row.state is RowState.MISSING else [*made, self._state(line)]
        made.append(self._state(line))
        if line.kind is LineKind.SECTION and not line.is_open and line.row.similar:
            made.append(ChipBlock(text=self.tr("{} similar?").format(len(line.row.similar)), state="notice"))
        if line.key in self._desk.changed or self._changed_inside(line):
            text = self.tr("changed since {}").format(self.since) if self.since else self.tr("changed")
            made.append(ChipBlock(text=text, state="warning"))
        if self._units_differ(line):
            made.append(ChipBlock(text=self.tr("units differ"), state="warning"))
        return made

    def _state(self, line: Line) -> Words:
        state = ROW_SIGNS[line.row.state].state if line.row else "neutral"
        return Words(text=state_words(line), look="small", state=state, lines=2)

    def _changed_inside(self, line: Line) -> bool:
        comparison = self._desk.comparison
        if line.kind is not LineKind.SECTION or line.is_open or comparison is None:
            return False
        return any(row.key in self._desk.changed for row in comparison.of_section(line.key))

    def _units_differ(self, line: Line) -> bool:
        if line.kind is not LineKind.ROW or line.row is None or self._model.sight is None:
            return False
        from casebook.domain.comparison_figures import figures

        told = figures(self._model.sight.comparison, line.row)
        return told is not None and told.units_differ

    def _finding(self, line: Line) -> list[Block]:
        if not line.finds:
            return []
        finding = self._desk.synthesis.finding(line.key)
        if not finding:
            return [] if self._desk.read_only else [Words(text=self.tr("Write a finding…"), look="muted")]
        made: list[Block] = []
        if finding.text:
            made.append(Words(text=plain_prose(finding.text), lines=FINDING_LINES))
        if finding.state is not FindingState.OPEN or not finding.text:
            sign = FINDING_SIGNS[finding.state]
            made.append(ChipBlock(text=f"{sign.symbol} {translated(sign.word)}", state=sign.state))
        elif finding.state is FindingState.OPEN:
            sign = FINDING_SIGNS[finding.state]
            made.append(Words(text=f"{sign.symbol} {translated(sign.word)}", look="small"))
        return made

    def height_of(self, line: Line, widths: list[int], header: int) -> int:
        """How high a line is, over all its cells; `header` is the width of the headers."""
        if line.kind is LineKind.SIMILAR:
            return round(self._view.fontMetrics().height() * 1.6) + 2 * PAD
        high = self.layout_of(line, HEADER, header_room(line, header, self._fonts.zoom)).height
        for column, width in enumerate(widths):
            high = max(high, self.layout_of(line, column, width).height)
        return round(high) + 2 * PAD

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(80, self._view.fontMetrics().height() + 2 * PAD + index.row() * 0)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = self._model.line(index.row())
        if line is None:
            return
        tokens = tokens_of(self._view)
        painter.save()
        self._paint_ground(painter, option, index, line, tokens)
        if self._view.indexWidget(index) is None:
            layout = self.layout_of(line, index.column(), option.rect.width())
            at = QPointF(option.rect.topLeft() + QPoint(PAD, PAD))
            paint(painter, layout, at, tokens, mirrored=self._fonts.mirrored)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, line: Line, tokens: Tokens
    ) -> None:
        rect = option.rect
        last = index.column() == self._model.finding_column
        written = last and line.finds and bool(self._desk.synthesis.finding(line.key))
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(tokens.selection))
        elif written:
            painter.fillRect(rect, QColor(tokens.field))
        elif line.kind in (LineKind.BAND, LineKind.DETAIL) or line.is_open:
            painter.fillRect(rect, QColor(tokens.surface))
        painter.setPen(QColor(tokens.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if last:
            edge = rect.topRight() if self._fonts.mirrored else rect.topLeft()
            painter.drawLine(edge, QPoint(edge.x(), rect.bottom()))
        if index == self._view.currentIndex() and self._view.hasFocus() and line.kind is not LineKind.BAND:
            painter.setPen(QPen(QColor(tokens.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(1, 1, -1, -2))


def header_room(line: Line, header: int, zoom: float) -> int:
    """Pixels of the header that the words of a line have, beside its indent and its arrow."""
    return header - round(INDENT * (line.depth + 1) * zoom)
