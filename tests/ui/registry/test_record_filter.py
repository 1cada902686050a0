"""What the list of shared records is narrowed by."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel

from casebook.storage.record_query import Show
from casebook.ui.registry.record_filter import RecordFilter


def test_words_type_and_use_narrow_the_list_and_one_button_takes_all_back(look, qtbot):
    bar = RecordFilter()
    qtbot.addWidget(bar)
    bar.show()
    bar.offer_types({"police": "Police", "donor": "Donor"})
    types = bar.findChild(QComboBox, "record-type")
    assert [types.itemText(at) for at in range(types.count())] == ["Any type", "Donor", "Police"]
    assert not bar.narrowed
    with qtbot.waitSignal(bar.changed):
        qtbot.keyClicks(bar.field, " un ")
    types.setCurrentIndex(2)
    bar.offer_types({"police": "Police"})
    bar.choose_show(Show.UNUSED)
    assert (bar.words, bar.type, bar.show_what, bar.narrowed) == ("un", "police", Show.UNUSED, True)
    with qtbot.waitSignal(bar.left):
        qtbot.keyClick(bar.field, Qt.Key.Key_Return)
    with qtbot.waitSignal(bar.changed):
        bar.clear()
    assert (bar.words, bar.type, bar.show_what, bar.narrowed) == ("", "", Show.ALL, False)
    bar.show_count(1)
    assert bar.findChild(QLabel, "record-count").text() == "1 record"
