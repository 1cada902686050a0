from PySide6.QtCore import Qt

from casebook.ui.likeness.likeness_model import DOTS, LikenessModel, LikenessRole, LikenessRow, dots_of

ROW = LikenessRow(ids=("a",), heads=(("Liberia", "LR-1"),), score=0.25, reasons="same actor: UN")


def test_the_model_is_sound_and_tells_everything_in_one_sentence(qtmodeltester):
    model = LikenessModel()
    model.show_rows([ROW, ROW])
    qtmodeltester.check(model)
    index = model.index(0)
    assert index.data() == "Liberia"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Liberia LR-1. 2 of 5. same actor: UN"
    assert index.data(LikenessRole.HEADS) == (("Liberia", "LR-1"),)


def test_dots_rise_with_the_score_from_one_to_all():
    dots = [dots_of(score / 100) for score in range(101)]
    assert dots == sorted(dots) and dots[0] == 1 and dots[-1] == DOTS
