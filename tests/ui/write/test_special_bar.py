"""What some sections show above their form."""

import pytest

from casebook.ui.write.special_bar import SpecialBar
from casebook.ui.write.special_views import SPECIAL, special_bar


@pytest.mark.parametrize("key", sorted(SPECIAL))
def test_every_special_bar_shows_each_entry_of_its_section(workbench, qtbot, key):
    bar = special_bar(key, workbench, None)
    qtbot.addWidget(bar)
    assert isinstance(bar, SpecialBar)
    entries = workbench.case.section(key)
    assert entries
    for entry in entries:
        bar.show_record(workbench.case, entry.id)


def test_a_bar_has_to_say_what_it_shows(workbench, qtbot):
    bar = SpecialBar()
    qtbot.addWidget(bar)
    with pytest.raises(NotImplementedError):
        bar.show_record(workbench.case, workbench.case.id)
