from PySide6.QtCore import Qt

from casebook.ui.compare.row_keys import ROW_KEYS


def test_keys_are_told_as_an_event_tells_them():
    assert ROW_KEYS["previous-undecided"].chords == ((Qt.Key.Key_F9, Qt.KeyboardModifier.ShiftModifier),)
    assert [key for key, _held in ROW_KEYS["open-row"].chords] == [Qt.Key.Key_Return, Qt.Key.Key_Enter]


def test_no_two_rows_of_the_table_want_the_same_keys():
    chords = [chord for row in ROW_KEYS.values() for chord in row.chords]
    assert len(set(chords)) == len(chords)
