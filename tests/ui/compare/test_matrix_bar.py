from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QToolButton

from casebook.domain.grounds import grounds
from casebook.domain.matrix import Order
from casebook.ui.compare.matrix_bar import MatrixBar


def box(bar, name):
    return bar.findChild(QComboBox, name)


def test_every_compared_field_is_offered(sample_bench, qtbot):
    bar = MatrixBar(sample_bench)
    qtbot.addWidget(bar)
    keys = [ground.key for ground in grounds(sample_bench.declaration)]
    columns = box(bar, "columns")
    assert [columns.itemData(at) for at in range(columns.count())] == keys
    assert bar.ground.key == "frameworks.framework"
    assert box(bar, "rows").itemText(0) == "Cases"


def test_another_field_brings_its_own_measures(sample_bench, qtbot):
    bar = MatrixBar(sample_bench)
    qtbot.addWidget(bar)
    columns, measure = box(bar, "columns"), box(bar, "measure")
    with qtbot.waitSignal(bar.counted):
        columns.setCurrentIndex(columns.findData("outcomes.domain"))
        columns.activated.emit(columns.currentIndex())
    assert [measure.itemData(at) for at in range(measure.count())][:2] == ["count", "direction"]
    measure.setCurrentIndex(1)
    assert bar.measure.symbols


def test_order_and_turning_are_told(sample_bench, qtbot):
    bar = MatrixBar(sample_bench)
    qtbot.addWidget(bar)
    with qtbot.waitSignal(bar.ordered):
        qtbot.keyClick(box(bar, "order"), Qt.Key.Key_Down)
    assert bar.order is Order.LABEL
    with qtbot.waitSignal(bar.ordered):
        qtbot.mouseClick(bar.findChild(QToolButton, "transpose"), Qt.MouseButton.LeftButton)
    assert bar.turned
    bar.show_one_line()
    assert bar.order is None
    assert box(bar, "order").placeholderText() == "By one line"
