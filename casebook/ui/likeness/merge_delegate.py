"""Paints a row of a merge as a card: its label, both sides beside each other, the chosen one framed."""

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from casebook.domain.merge_rows import Choice
from casebook.ui.compare.blocks import Words
from casebook.ui.compare.cell_layout import CellLayout, Fonts, laid_out, paint
from casebook.ui.likeness.merge_lines import MergeLine
from casebook.ui.likeness.merge_model import MergeRole, choice_words
from casebook.ui.theme import Tokens, tokens_of
from casebook.ui.widgets.card_list import card_width

Index = QModelIndex | QPersistentModelIndex

PAD, GAP, INDENT = 10, 4, 18
"""Pixels inside a card and a side; between lines and cards; by which the values of an entry are set in."""
REMEMBERED = 5_000
"""Layouts remembered before all are forgotten."""


class MergeDelegate(QStyledItemDelegate):
    """Knows where on a card which choice stands, so that a click can make it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._layouts: dict[tuple[Words, int, float, bool], CellLayout] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line: MergeLine = index.data(MergeRole.LINE)
        width, height = card_width(option), option.fontMetrics.height()
        if line.row is None:
            return QSize(width, height + 4 * GAP)
        sides = self._sides(option.widget, line, self._inner(line, QRect(0, 0, width, 0)))
        tall = max(layout.height for layout in sides)
        head = height + GAP
        marks = height + GAP if line.row.choices else 0
        return QSize(width, round(head + marks + tall) + 2 * PAD + 2 * GAP + 2 * PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: MergeLine = index.data(MergeRole.LINE)
        tokens = tokens_of(option.widget)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if line.row is None:
            fonts = Fonts.of(option.widget)
            painter.setFont(fonts.bold)
            painter.setPen(QColor(tokens.muted))
            flags = QStyle.visualAlignment(
                option.direction, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
            )
            painter.drawText(option.rect.adjusted(2, 0, -2, -GAP), int(flags), line.title)
        else:
            self._paint_card(painter, option, index, tokens)
        painter.restore()

    def choice_at(self, option: QStyleOptionViewItem, index: Index, point: QPoint) -> Choice | None:
        """The choice that a click at a point of the list makes."""
        line: MergeLine = index.data(MergeRole.LINE)
        if line.row is None:
            return None
        found = (choice for choice, box in self._places(option, line).items() if box.contains(QPointF(point)))
        return next(found, None)

    def _paint_card(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, tokens: Tokens
    ) -> None:
        line: MergeLine = index.data(MergeRole.LINE)
        chosen = _chosen(index)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        current = focused or bool(option.state & QStyle.StateFlag.State_Selected)
        card = QRectF(self._card(line, option.rect)).adjusted(1, GAP + 1, -1, -GAP - 1)
        painter.setPen(QPen(QColor(tokens.accent if current else tokens.line), 2 if focused else 1))
        painter.setBrush(QColor(tokens.surface))
        painter.drawRoundedRect(self._turned(option, card), 6, 6)
        row = line.row
        if row is None:
            return
        fonts, inner = Fonts.of(option.widget), self._inner(line, option.rect)
        self._paint_label(painter, option, index, (line, inner, fonts), tokens)
        places = self._places(option, line)
        for side, (choice, layout) in enumerate(
            zip((Choice.KEPT, Choice.OTHER), self._sides(option.widget, line, inner), strict=True)
        ):
            frame = self._turned(option, self._frame(option, line, side))
            holds = chosen is choice or chosen is Choice.BOTH
            painter.setPen(QPen(QColor(tokens.accent if holds else tokens.line), 2 if holds else 1))
            painter.setBrush(QColor(tokens.selection if holds else tokens.field))
            painter.drawRoundedRect(frame, 5, 5)
            top = frame.top() + PAD
            if choice in row.choices:
                self._paint_mark(
                    painter, option, (choice_words(row, choice), chosen is choice), places[choice]
                )
            if row.choices:
                top += option.fontMetrics.height() + GAP
            paint(painter, layout, QPointF(frame.left() + PAD, top), tokens, mirrored=fonts.mirrored)

    def _paint_label(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: Index,
        placed: tuple[MergeLine, QRectF, Fonts],
        tokens: Tokens,
    ) -> None:
        line, inner, fonts = placed
        places = self._places(option, line)
        both = places.get(Choice.BOTH)
        room = inner.width() - (both.width() + PAD if both is not None else 0)
        undecided = not index.data(MergeRole.DECIDED)
        painter.setFont(fonts.bold)
        painter.setPen(QColor(tokens.ink))
        words = ("? " if undecided else "") + " ".join(line.title.split())
        words = QFontMetrics(fonts.bold).elidedText(words, Qt.TextElideMode.ElideRight, round(room))
        box = QRectF(inner.left(), inner.top(), room, option.fontMetrics.height())
        flags = QStyle.visualAlignment(
            option.direction, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        )
        painter.drawText(self._turned(option, box), int(flags), words)
        if both is not None and line.row is not None:
            told = choice_words(line.row, Choice.BOTH), _chosen(index) is Choice.BOTH
            self._paint_mark(painter, option, told, both)

    def _paint_mark(
        self, painter: QPainter, option: QStyleOptionViewItem, told: tuple[str, bool], box: QRectF
    ) -> None:
        """A radio button with its word, as the one of a form looks."""
        words, chosen = told
        tokens = tokens_of(option.widget)
        side = round(option.fontMetrics.height() * 0.72)
        line = QRectF(box.left() + PAD, box.top(), box.width() - PAD, option.fontMetrics.height())
        if box.height() > 2 * option.fontMetrics.height():
            line.translate(0, PAD)  # a whole side: the mark stands in its corner
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        left = line.right() - side - PAD if mirrored else line.left()
        circle = QRectF(left, line.top() + (line.height() - side) / 2, side, side)
        painter.setPen(QPen(QColor(tokens.accent if chosen else tokens.muted), 1.6))
        painter.setBrush(QColor(tokens.field))
        painter.drawEllipse(circle)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.accent))
            painter.drawEllipse(circle.adjusted(side / 4, side / 4, -side / 4, -side / 4))
        painter.setFont(option.font)
        painter.setPen(QColor(tokens.ink))
        room = line.adjusted(0, 0, -side - PAD - 6, 0) if mirrored else line.adjusted(side + 6, 0, 0, 0)
        flags = QStyle.visualAlignment(
            option.direction, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        painter.drawText(room, int(flags), words)

    def _places(self, option: QStyleOptionViewItem, line: MergeLine) -> dict[Choice, QRectF]:
        """Where on the card each choice can be clicked."""
        row = line.row
        if row is None:
            return {}
        places = {
            choice: self._turned(option, self._frame(option, line, side))
            for side, choice in enumerate((Choice.KEPT, Choice.OTHER))
            if choice in row.choices
        }
        if Choice.BOTH in row.choices:
            inner = self._inner(line, option.rect)
            words = choice_words(row, Choice.BOTH)
            width = option.fontMetrics.horizontalAdvance(words) + 3 * PAD + option.fontMetrics.height()
            box = QRectF(inner.right() - width, inner.top(), width, option.fontMetrics.height())
            places[Choice.BOTH] = self._turned(option, box)
        return places

    def _frame(self, option: QStyleOptionViewItem, line: MergeLine, side: int) -> QRectF:
        inner = self._inner(line, option.rect)
        top = inner.top() + option.fontMetrics.height() + GAP
        width = (inner.width() - 2 * GAP) / 2
        left = inner.left() + side * (width + 2 * GAP)
        return QRectF(left, top, width, option.rect.bottom() - GAP - PAD - top)

    def _card(self, line: MergeLine, rect: QRect) -> QRect:
        return rect.adjusted(INDENT if line.row is not None and line.row.parent else 0, 0, 0, 0)

    def _inner(self, line: MergeLine, rect: QRect) -> QRectF:
        return QRectF(self._card(line, rect)).adjusted(PAD, GAP + PAD, -PAD, -GAP - PAD)

    def _turned(self, option: QStyleOptionViewItem, box: QRectF) -> QRectF:
        if option.direction != Qt.LayoutDirection.RightToLeft:
            return box
        whole = QRectF(option.rect)
        return QRectF(whole.left() + whole.right() - box.right(), box.top(), box.width(), box.height())

    def _sides(self, widget: QWidget, line: MergeLine, inner: QRectF) -> list[CellLayout]:
        width = (inner.width() - 2 * GAP) / 2 - 2 * PAD
        fonts = Fonts.of(widget)
        return [self._laid_out(words, max(round(width), 60), fonts) for words in (line.kept, line.other)]

    def _laid_out(self, words: Words, width: int, fonts: Fonts) -> CellLayout:
        known = words, width, fonts.zoom, fonts.mirrored
        if known not in self._layouts:
            if len(self._layouts) > REMEMBERED:
                self._layouts.clear()
            blocks = [words] if words.text else [Words(text="—", look="muted")]
            self._layouts[known] = laid_out(blocks, width, fonts)
        return self._layouts[known]


def _chosen(index: Index) -> Choice | None:
    """The choice of a row; a model hands it over as its text."""
    held = index.data(MergeRole.CHOICE)
    return Choice(held) if held else None
