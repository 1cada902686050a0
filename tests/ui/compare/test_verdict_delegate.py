from PySide6.QtGui import QColor
from PySide6.QtWidgets import QTableView

from casebook.ui.compare.configuration_model import ConfigurationModel
from casebook.ui.compare.verdict_delegate import VerdictDelegate
from casebook.ui.theme import LIGHT
from tests.domain.test_truth_table import made


def test_a_verdict_is_a_chip_in_its_state(qtbot, look):
    table, model = QTableView(), ConfigurationModel()
    qtbot.addWidget(table)
    model.show(made([(1, 1, 1), (1, 1, 0), (1, 0, 0)]), remainders=False)
    table.setModel(model)
    table.setItemDelegate(VerdictDelegate(table))
    table.resize(900, 200)
    table.show()
    table.horizontalHeader().setDefaultSectionSize(120)
    picture = table.viewport().grab().toImage()
    box = table.visualRect(model.index(0, 6))
    colours = {picture.pixelColor(x, box.center().y()).name() for x in range(box.left(), box.right())}
    assert QColor(LIGHT.warning[0]).name() in colours
    plain = table.visualRect(model.index(0, 0))
    assert QColor(LIGHT.warning[0]).name() not in {
        picture.pixelColor(x, plain.center().y()).name() for x in range(plain.left(), plain.right())
    }
