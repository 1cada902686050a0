from pathlib import Path

from casebook.domain.case import Case
from casebook.domain.records import Sensitivity
from casebook.publishing.order import Order
from casebook.services.publishing import Manuscript, preview
from casebook.ui.publish.paper import Paper


def test_the_pages_can_be_read_and_searched(look, qtbot):
    case = Case(title="A small case", sensitivity=Sensitivity.PUBLIC)
    paper = Paper(preview(Manuscript(case=case), Order(folder=Path(), template="card")).pdf)
    assert paper.document.pageCount() == 1 and "A small case" in paper.document.getAllText(0).text()
    paper.search.setSearchString("small case")
    qtbot.waitUntil(lambda: paper.search.count() > 0, timeout=5000)
    assert paper.search.resultAtIndex(0).page() == 0
