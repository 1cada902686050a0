"""The menus of a comparison: of a case at its title, and of the chosen rows."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from casebook.domain.synthesis import FindingState
from casebook.ui.compare.comparison_desk import ComparisonDesk
from casebook.ui.compare.row_actions import RowActions


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
    for name, text, to, keys in (
        ("move-back", _tr("Move towards the beginning"), column - 1, "Ctrl+Shift+Left"),
        ("move-on", _tr("Move towards the end"), column + 1, "Ctrl+Shift+Right"),
    ):
        move = _keyed(menu.addAction(text), name, keys)
        move.setEnabled(0 <= to < len(ids))
        move.triggered.connect(lambda _on=False, place=to: actions.move_case(column, place))
    _add_swaps(menu, desk, column)
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


def _add_swaps(menu: QMenu, desk: ComparisonDesk, column: int) -> None:
    comparison = desk.comparison
    if comparison is None or len(comparison.cases) < 2:
        return
    swaps = menu.addMenu(_tr("Swap with"))
    for at, case in enumerate(comparison.cases):
        if at != column:
            swap = swaps.addAction(comparison.wording.title(case, case))
            swap.setObjectName(f"swap-{at}")
            ids = list(desk.case_ids)
            ids[at], ids[column] = ids[column], ids[at]
            swap.triggered.connect(
                lambda _on=False, order=tuple(ids): desk.set_cases(order, _tr("Cases swapped"))
            )


def line_menu(actions: RowActions, parent: QWidget) -> QMenu:
    """What can be done with the chosen rows, each with its key."""
    menu = QMenu(parent)
    menu.setObjectName("row-menu")
    for name, text, keys, doer in (
        ("open-row", _tr("Open or close"), "Return", actions.toggle_current),
        ("write-finding", _tr("Write a finding"), "F2", actions.write),
        ("decided", _tr("Decided"), "Ctrl+D", lambda: actions.set_state(FindingState.DECIDED)),
        (
            "waiting",
            _tr("Needs information"),
            "Ctrl+I",
            lambda: actions.set_state(FindingState.NEEDS_INFORMATION),
        ),
        ("", "", "", None),
        ("passage", _tr("Show in Write"), "Ctrl+Return", actions.go_to_passage),
        ("other-entry", _tr("Next entry of this case"), "Alt+Down", lambda: actions.next_entry(1)),
        ("", "", "", None),
        ("copy-table", _tr("Copy as a table"), "Ctrl+C", actions.copy_table),
        ("copy-picture", _tr("Copy as a picture"), "Ctrl+Shift+C", actions.copy_picture),
    ):
        if doer is None:
            menu.addSeparator()
        else:
            _keyed(menu.addAction(text), name, keys).triggered.connect(lambda _on=False, do=doer: do())
    return menu


def _keyed(action: QAction, name: str, keys: str) -> QAction:
    """The key is shown, but it is the table that listens to it."""
    action.setObjectName(name)
    action.setText(f"{action.text()}\t{QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)}")
    return action
