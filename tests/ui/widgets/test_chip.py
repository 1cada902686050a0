import pytest

from casebook.ui.widgets.chip import Chip


@pytest.mark.parametrize("state", ["ok", "notice", "warning", "danger", "neutral"])
def test_a_chip_shows_its_word_in_its_state(qtbot, look, state):
    chip = Chip("Draft", state)
    qtbot.addWidget(chip)
    assert (chip.text(), chip.state, chip.accessibleName()) == ("Draft", state, "Draft")


def test_a_chip_too_narrow_for_its_word_shortens_it_and_tells_all_in_the_tooltip(qtbot, look):
    chip = Chip("Disarmament, demobilisation and reintegration")
    qtbot.addWidget(chip)
    chip.show()
    wide = chip.sizeHint().width()
    chip.resize(wide // 2, chip.sizeHint().height())
    assert chip.toolTip() == chip.text() == "Disarmament, demobilisation and reintegration"
    assert abs(chip.sizeHint().width() - wide) <= 2
    chip.resize(wide + 2, chip.sizeHint().height())
    assert chip.toolTip() == ""


def test_a_chip_can_change_its_word(qtbot, look):
    chip = Chip("Draft", "warning")
    qtbot.addWidget(chip)
    narrow = chip.sizeHint().width()
    chip.show_term("Changes requested", "danger")
    assert (chip.text(), chip.state) == ("Changes requested", "danger")
    assert chip.sizeHint().width() > narrow
