"""What is left to fix in a case, as a list: what it is about, what is wrong, how to mend it."""

from enum import IntEnum
from typing import Any

import attrs
from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from casebook.domain.case import Case
from casebook.domain.findings import RULES, Finding
from casebook.domain.wording import Wording
from casebook.ui.write.place_names import PlaceNames

Index = QModelIndex | QPersistentModelIndex


class FindingRole(IntEnum):
    """What a row tells beside its message."""

    PLACE = Qt.ItemDataRole.UserRole + 1
    MEND = Qt.ItemDataRole.UserRole + 2
    TARGET = Qt.ItemDataRole.UserRole + 3  # (record id, field)
    STATE = Qt.ItemDataRole.UserRole + 4  # of the chip: "warning" unless it says otherwise


@attrs.frozen
class FindingRow:
    """One finding in words; `root` is the part or top-level section of the outline it belongs to."""

    place: str
    message: str
    mend: str
    root: str
    target: tuple[str, str]
    binding: bool = True


class FindingModel(QAbstractListModel):
    """What is to fix before review first, then advice; of each, the current section first, then as in the outline."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Empty until `show_findings`."""
        super().__init__(parent)
        self._all: tuple[FindingRow, ...] = ()
        self._rows: list[FindingRow] = []
        self._section = ""

    def show_findings(self, case: Case, findings: tuple[Finding, ...], wording: Wording) -> None:
        """Show what was found in a state of the case."""
        self._all = finding_rows(case, findings, wording)
        self._arrange()

    def show_section(self, key: str) -> None:
        """Bring the findings of a part or section to the top."""
        self._section = key
        self._arrange()

    def target_at(self, row: int) -> tuple[str, str]:
        """The (record id, field) a row points at; empty texts outside the list."""
        return self._rows[row].target if 0 <= row < len(self._rows) else ("", "")

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.message
            case Qt.ItemDataRole.ToolTipRole:
                return row.mend
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{self._named(row)}: {row.message} {row.mend}"
            case FindingRole.PLACE:
                return self._named(row)
            case FindingRole.MEND:
                return row.mend
            case FindingRole.TARGET:
                return row.target
            case FindingRole.STATE:
                return "warning" if row.binding else "neutral"
        return None

    @property
    def binding(self) -> int:
        """How many rows have to be fixed before review; the others are advice."""
        return sum(row.binding for row in self._rows)

    def _named(self, row: FindingRow) -> str:
        return row.place if row.binding else self.tr("Advice · {}").format(row.place)

    def _arrange(self) -> None:
        rows = sorted(self._all, key=lambda row: (not row.binding, row.root != self._section))
        if rows == self._rows:
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()


def finding_rows(case: Case, findings: tuple[Finding, ...], wording: Wording) -> tuple[FindingRow, ...]:
    """The findings of a case in the words of the window."""
    places = PlaceNames(case, wording)
    rows = []
    for finding in findings:
        rule = RULES[finding.rule]
        # A finding about a section as a whole points at the section itself, so that a jump can show it.
        whole = finding.record_id == case.id and not finding.field
        field = finding.section if whole and finding.section in case.declaration.sections else finding.field
        rows.append(
            FindingRow(
                place=places.name(finding.record_id, finding.section),
                message=wording.translate(rule.message).format(**finding.values),
                mend=wording.translate(rule.mend).format(**finding.values),
                root=places.root(finding.section),
                target=(finding.record_id, field),
                binding=rule.binding,
            )
        )
    return tuple(rows)
