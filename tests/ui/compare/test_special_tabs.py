from PySide6.QtWidgets import QTabBar, QWidget

from casebook.ui.compare import compare_workspace
from casebook.ui.compare.compare_workspace import CompareWorkspace
from casebook.ui.compare.special_tabs import SPECIAL_TABS, SpecialTab
from tests.ui.compare.reviewer import COAST, RIVER


class _View(QWidget):
    def __init__(self, _workbench):
        super().__init__()
        self.shown = []

    def show_cases(self, case_ids):
        self.shown.append(tuple(case_ids))


def test_a_tab_needs_one_line_and_gets_the_cases(small_bench, qtbot, monkeypatch):
    tab = SpecialTab(key="made-up", title="Made up", make=_View)
    monkeypatch.setattr(compare_workspace, "SPECIAL_TABS", (tab,))
    space = CompareWorkspace(small_bench)
    qtbot.addWidget(space)
    space.show()
    bar = space.findChild(QTabBar, "compare-tabs")
    assert not bar.isVisible()
    space.take_cases((RIVER, COAST))
    qtbot.waitUntil(lambda: space.desk.comparison is not None and not small_bench.tasks.running)
    assert bar.isVisible()
    bar.setCurrentIndex(1)
    view = space.findChild(_View)
    assert view.isVisible()
    assert view.shown[-1] == (RIVER, COAST)
    bar.setCurrentIndex(0)
    assert space.page.isVisible()
    space.desk.keeper.flush()


def test_each_tab_has_a_key_of_its_own():
    assert len({tab.key for tab in SPECIAL_TABS}) == len(SPECIAL_TABS)
