import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QWidget

from casebook.ui.compare.blocks import BarBlock, ChipBlock, Words
from casebook.ui.compare.cell_layout import Fonts, laid_out, paint, shaped
from casebook.ui.theme import DARK, LIGHT


@pytest.fixture
def widget(look, qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    return made


def test_chips_stand_side_by_side_where_they_fit(widget):
    fonts = Fonts.of(widget)
    chips = [
        ChipBlock(text="one"),
        ChipBlock(text="two"),
        ChipBlock(text="a much longer chip than the others are"),
    ]
    wide, narrow = laid_out(chips, 600, fonts), laid_out(chips, 90, fonts)
    assert wide.placed[0].box.top() == wide.placed[1].box.top()
    assert narrow.height > wide.height
    assert all(one.box.right() <= 91 for one in narrow.placed)


def test_everything_mirrors(widget):
    widget.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    made = laid_out([ChipBlock(text="one"), ChipBlock(text="two")], 300, Fonts.of(widget))
    assert made.placed[0].box.right() == pytest.approx(300)
    assert made.placed[1].box.right() < made.placed[0].box.left()


def test_a_text_is_cut_after_so_many_lines(widget):
    fonts = Fonts.of(widget)
    text = "word " * 200 + "😀 end"
    layout, _width, height = shaped(Words(text=text, lines=3), fonts.body, 200)
    assert layout.lineCount() == 3
    assert layout.text().endswith("…")
    whole, _width, more = shaped(Words(text=text), fonts.body, 200)
    assert more > height
    assert whole.text().endswith("end")
    assert shaped(Words(text="a\nb"), fonts.body, 200)[0].lineCount() == 2


def test_what_is_at_a_point_can_be_told(widget):
    made = laid_out([ChipBlock(text="one", target="x"), Words(text="below")], 300, Fonts.of(widget))
    assert made.block_at(QPointF(3, 3)).target == "x"
    assert made.block_at(QPointF(290, 3)) is None


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=lambda tokens: tokens.name)
def test_marks_bars_and_grades_are_painted_in_the_colours_of_the_theme(widget, tokens):
    blocks = [
        ChipBlock(text="shared", state="ok", grade="B2"),
        ChipBlock(text="weak", dashed=True),
        Words(text="gone new", runs=((0, 4, "removed"), (4, 4, "added"))),
        BarBlock(begun=0, reached=0.5, target=0.9),
    ]
    image = QImage(300, 140, QImage.Format.Format_RGB32)
    image.fill(QColor(tokens.paper))
    painter = QPainter(image)
    paint(painter, laid_out(blocks, 280, Fonts.of(widget)), QPointF(4, 4), tokens)
    painter.end()
    seen = {QColor(image.pixel(x, y)).name() for x in range(300) for y in range(140)}
    wanted = [tokens.ok[0], tokens.danger[0], tokens.accent, tokens.field]
    assert {colour.lower() for colour in wanted} <= seen
