from pathlib import Path

from PySide6.QtWidgets import QLabel, QPushButton

from casebook.domain.receipt import Receipt
from casebook.domain.records import Sensitivity
from casebook.publishing.order import Published
from casebook.ui.publish.result_list import ResultList
from casebook.ui.widgets.elided_label import ElidedLabel


def test_files_refusals_and_notices_are_listed(qtbot, look):
    results = ResultList()
    qtbot.addWidget(results)
    results.show()
    receipt = Receipt(audience=Sensitivity.PUBLIC)
    files = (Path("/reports/liberia.pdf"), Path("/reports/liberia.docx"))
    results.add_published("Liberia", Published(files=files, notices=("A font is missing.",), receipt=receipt))
    results.add_refused("Iraq", "It is marked internal.")
    words = [label.text() for label in results.findChildren(QLabel)]
    assert {"Liberia", "Iraq", "A font is missing.", "It is marked internal.", "Not exported"} <= set(words)
    assert [label.full_text for label in results.findChildren(ElidedLabel)] == ["liberia.pdf", "liberia.docx"]
    spoken = {button.accessibleName() for button in results.findChildren(QPushButton)}
    assert {"Open liberia.pdf", "Show liberia.docx in its folder"} <= spoken
    results.clear()
    assert not [label for label in results.widget().findChildren(QLabel) if label.isVisible()]
