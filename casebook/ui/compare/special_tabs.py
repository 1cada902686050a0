"""What stands beside "Side by side" in the Compare workspace: each tab in one line of a table."""

from collections.abc import Callable

import attrs
from PySide6.QtWidgets import QWidget

from casebook.domain.marking import _
from casebook.ui.workbench import Workbench


@attrs.frozen(kw_only=True)
class SpecialTab:
    """A view of the chosen cases; `make` gives a widget with `show_cases(case_ids)`."""

    key: str
    title: str
    make: Callable[[Workbench], QWidget]


def _matrix(workbench: Workbench) -> QWidget:
    from casebook.ui.compare.matrix_view import MatrixView

    return MatrixView(workbench)


def _timelines(workbench: Workbench) -> QWidget:
    from casebook.ui.compare.timelines_view import TimelinesView

    return TimelinesView(workbench)


def _indicators(workbench: Workbench) -> QWidget:
    from casebook.ui.compare.indicators_view import IndicatorsView

    return IndicatorsView(workbench)


def _configurations(workbench: Workbench) -> QWidget:
    from casebook.ui.compare.configurations_view import ConfigurationsView

    return ConfigurationsView(workbench)


SPECIAL_TABS: tuple[SpecialTab, ...] = (
    SpecialTab(key="matrix", title=_("Matrix"), make=_matrix),
    SpecialTab(key="timelines", title=_("Timelines"), make=_timelines),
    SpecialTab(key="indicators", title=_("Indicators"), make=_indicators),
    SpecialTab(key="configurations", title=_("Configurations"), make=_configurations),
)
"""In the order of the tabs; a view is made when its tab is first chosen."""
