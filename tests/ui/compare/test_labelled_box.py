from PySide6.QtCore import Qt

from casebook.ui.compare.labelled_box import LabelledBox


def test_it_tells_what_the_person_chose_and_nothing_else(qtbot, look):
    box = LabelledBox("order", "Order")
    qtbot.addWidget(box)
    box.show()
    told = []
    box.chosen.connect(lambda: told.append(box.value))
    box.offer([("By name", "name"), ("By total", "total")], "total")
    assert (box.value, told) == ("total", [])
    qtbot.keyClick(box.box, Qt.Key.Key_Up)
    assert told == ["name"]
    box.choose("nonsense")
    assert box.value == "name"
    assert box.box.accessibleName() == "Order"
