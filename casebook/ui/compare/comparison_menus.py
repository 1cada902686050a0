"""The menus of a comparison: of a case at its title, and of the chosen rows."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from casebook.domain.synthesis import FindingState
from casebook.ui.compare.comparison_desk import ComparisonDesk
from casebook.ui.compare.row_actions import RowActions
from casebook.ui.compare.row_keys import ROW_KEYS
from casebook.ui.i18n import translated


def _tr(text: str) -> str:
    return QCoreApplication.translate("comparison_menus", text)


def case_menu(desk: ComparisonDesk, actions: RowActions, column: int, parent: QWidget) -> QMenu:
    """What can be done with case number `column`."""
    menu, ids = QMenu(parent), desk.case_ids
    menu.setObjectName("case-menu")
    case_id = ids[column]
    is_reference = case_id == desk.synthesis.reference
    reference = menu.addAction(
        _tr("Read the others against nothing") if is_reference else _tr("Read the others against this case")
    )
    reference.setObjectName("reference")
    reference.triggered.connect(lambda: desk.set_reference("" if is_reference else case_id))
    menu.addSeparator()
    for name, to in (("move-back", column - 1), ("move-on", column + 1)):
        move = _add_keyed(menu, name)
        move.setEnabled(0 <= to < len(ids))
        move.triggered.connect(lambda _on=False, place=to: actions.move_case(column, place))
    _add_swaps(menu, desk, actions, column)
    menu.addSeparator()
    passage = menu.addAction(_tr("Open in Write"))
    passage.setObjectName("open-in-write")
    passage.triggered.connect(lambda: actions.open_case(column))
    out = menu.addAction(_tr("Take out of the comparison"))
    out.setObjectName("take-out")
    out.setEnabled(len(ids) > 1)
    rest = [one for one in ids if one != case_id]
    out.triggered.connect(lambda: desk.set_cases(rest, _tr("Case taken out")))
    return menu


def _add_swaps(menu: QMenu, desk: ComparisonDesk, actions: RowActions, column: int) -> None:
    comparison = desk.comparison
    if comparison is None or len(comparison.cases) < 2:
        return
    swaps = menu.addMenu(_tr("Swap with"))
    for at, case in enumerate(comparison.cases):
        if at != column:
            swap = swaps.addAction(comparison.wording.title(case, case))
            swap.setObjectName(f"swap-{at}")
            swap.triggered.connect(lambda _on=False, other=at: actions.swap_cases(column, other))


def line_menu(actions: RowActions, parent: QWidget) -> QMenu:
    """What can be done with the chosen rows, each with its key."""
    menu = QMenu(parent)
    menu.setObjectName("row-menu")
    for name, doer in (
        ("open-row", actions.toggle_current),
        ("write-finding", actions.write),
        ("decided", lambda: actions.set_state(FindingState.DECIDED)),
        ("waiting", lambda: actions.set_state(FindingState.NEEDS_INFORMATION)),
        ("", None),
        ("passage", actions.go_to_passage),
        ("other-entry", lambda: actions.next_entry(1)),
        ("", None),
        ("copy-table", actions.copy_table),
        ("copy-picture", actions.copy_picture),
    ):
        if doer is None:
            menu.addSeparator()
        else:
            _add_keyed(menu, name).triggered.connect(lambda _on=False, do=doer: do())
    return menu


def _add_keyed(menu: QMenu, name: str) -> QAction:
    """The key is shown, but it is the table that listens to it."""
    row = ROW_KEYS[name]
    action = menu.addAction(f"{translated(row.text)}\t{row.shown}")
    action.setObjectName(name)
    return action
