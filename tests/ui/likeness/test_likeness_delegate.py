from casebook.ui.likeness.likeness_list import LikenessList
from casebook.ui.likeness.likeness_model import LikenessRow


def row(reasons):
    return LikenessRow(ids=("a",), heads=(("Liberia", "LR-1"),), score=0.4, reasons=reasons)


def shown(look, qtbot, *rows):
    made = LikenessList("Cases")
    qtbot.addWidget(made)
    made.resize(420, 300)
    made.show_rows(rows)
    made.show()
    return made


def test_a_card_is_as_high_as_its_reasons(look, qtbot):
    made = shown(look, qtbot, row("short"), row("same actors: " + "ECOWAS, " * 60))
    assert made.sizeHintForRow(1) > 2 * made.sizeHintForRow(0)


def test_full_dots_are_painted_in_the_accent(look, qtbot):
    made = shown(look, qtbot, row("short"))
    pixels = made.viewport().grab().toImage()
    found = {pixels.pixelColor(x, y).name() for x in range(90) for y in range(40)}
    assert "#0f5c6e" in found
