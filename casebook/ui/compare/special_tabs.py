"""What stands beside "Side by side" in the Compare workspace: each tab in one line of a table."""

from collections.abc import Callable

import attrs
from PySide6.QtWidgets import QWidget

from casebook.ui.workbench import Workbench


@attrs.frozen(kw_only=True)
class SpecialTab:
    """A view of the chosen cases; `make` gives a widget with `show_cases(case_ids)`."""

    key: str
    title: str
    make: Callable[[Workbench], QWidget]


SPECIAL_TABS: tuple[SpecialTab, ...] = ()
"""In the order of the tabs; a view is made when its tab is first chosen."""
