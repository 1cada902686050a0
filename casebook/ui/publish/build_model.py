"""The builds of the open library as a list of cards that can be renamed in place and put in another order."""

from collections.abc import Callable
from typing import Any

import attrs
from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt

from casebook.domain.errors import CasebookError
from casebook.publishing.builds import Build
from casebook.publishing.templates import Template
from casebook.services.builds import BuildList, name_of_copy
from casebook.services.publishing import templates
from casebook.ui.i18n import translated
from casebook.ui.publish.build_words import build_facts
from casebook.ui.workbench import Workbench
from casebook.ui.write.entry_model import EntryRole

Index = QModelIndex | QPersistentModelIndex
BUILD_MIME = "application/x-casebook-build-row"
LONGEST_NAME = 120
"""Letters of the name of a build."""


class BuildModel(QAbstractListModel):
    """Every step is kept in the library at once; where that is refused it is told, and the list stays as it was."""

    def __init__(self, workbench: Workbench, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._builds: list[Build] = []
        self._templates: dict[str, Template] = {}
        self.read()

    def read(self) -> None:
        """Show the builds of the library that is open now."""
        library = self._workbench.library
        self.beginResetModel()
        self._templates = {template.name: template for template in templates()}
        self._builds = list(BuildList(library).all()) if library is not None else []
        self.endResetModel()

    @property
    def builds(self) -> tuple[Build, ...]:
        """All of them in their order."""
        return tuple(self._builds)

    def build(self, row: int) -> Build | None:
        """The build in a row; None outside the list."""
        return self._builds[row] if 0 <= row < len(self._builds) else None

    def template(self, build: Build) -> Template | None:
        """The report of a build; None when it is not there any more."""
        return self._templates.get(build.template)

    def row_of(self, build_id: str) -> int:
        """The row of a build; -1 if it is not there."""
        return next((row for row, build in enumerate(self._builds) if build.id == build_id), -1)

    def change(self, build: Build) -> None:
        """Keep a build that is there already as it is now; in a library open for reading until it is closed."""
        row = self.row_of(build.id)
        if row < 0 or self._builds[row] == build:
            return
        if self._workbench.read_only or self._tried(lambda builds: builds.keep(build)):
            self._builds[row] = build
            self.dataChanged.emit(self.index(row), self.index(row))

    def add(self, build: Build, row: int) -> int:
        """Put a build that is not there yet into a row; the row it has now, -1 when it was refused."""
        kept: list[Build] = []
        if not self._tried(lambda builds: kept.append(builds.keep(build, row))):
            return -1
        row = min(row, len(self._builds))
        self.beginInsertRows(QModelIndex(), row, row)
        self._builds.insert(row, kept[0])
        self.endInsertRows()
        return row

    def duplicate(self, row: int) -> int:
        """Put a copy of a build after it; the row of the copy."""
        build = self._builds[row]
        name = name_of_copy(translated(build.name), tuple(one.name for one in self._builds))
        return self.add(attrs.evolve(build, id="", name=name), row + 1)

    def remove(self, row: int) -> Callable[[], object] | None:
        """Take a build away; what brings it back, None when it was refused."""
        build = self._builds[row]
        if not self._tried(lambda builds: builds.remove(build)):
            return None
        self.beginRemoveRows(QModelIndex(), row, row)
        del self._builds[row]
        self.endRemoveRows()
        if not self._builds:
            self.read()
        return lambda: self.add(build, row)

    def move(self, start: int, end: int) -> bool:
        """Put a build into another row; False outside the list or when it was refused."""
        if not (0 <= start < len(self._builds) and 0 <= end < len(self._builds)) or start == end:
            return False
        build = self._builds[start]
        if not self._tried(lambda builds: builds.move(build, end)):
            return False
        nowhere = QModelIndex()
        self.beginMoveRows(nowhere, start, start, nowhere, end + 1 if end > start else end)
        self._builds.insert(end, self._builds.pop(start))
        self.endMoveRows()
        return True

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._builds)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        build = self.build(index.row()) if index.isValid() else None
        if build is None:
            return None
        facts = build_facts(build, self.template(build), self._workbench.wording)
        match role:
            # The builds to begin with are called as their reports are, in the language of the window.
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return translated(build.name)
            case Qt.ItemDataRole.ToolTipRole:
                template = self.template(build)
                return translated(template.description) if template is not None else facts
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{translated(build.name)}, {facts}"
            case EntryRole.RECORD_ID:
                return build.id
            case EntryRole.FACTS:
                return facts
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        build, name = self.build(index.row()), " ".join(str(value).split())[:LONGEST_NAME]
        if build is None or role != Qt.ItemDataRole.EditRole or not name or name == translated(build.name):
            return False
        self.change(attrs.evolve(build, name=name))
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if self._workbench.read_only:
            return flags
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return flags | Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsEditable

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [BUILD_MIME]

    def mimeData(self, indexes: Any) -> QMimeData:
        data = QMimeData()
        data.setData(BUILD_MIME, str(indexes[0].row()).encode())
        return data

    def dropMimeData(
        self, data: QMimeData, _action: Qt.DropAction, row: int, _column: int, parent: Index
    ) -> bool:
        """Move the build; False, since the list itself has nothing to take out afterwards."""
        if data.hasFormat(BUILD_MIME):
            start = int(bytes(data.data(BUILD_MIME).data()))
            target = row if row >= 0 else (parent.row() if parent.isValid() else len(self._builds))
            self.move(start, min(target - 1 if target > start else target, len(self._builds) - 1))
        return False

    def _tried(self, step: Callable[[BuildList], object]) -> bool:
        library = self._workbench.library
        if library is None:
            return False
        try:
            step(BuildList(library))
        except CasebookError as error:
            self._workbench.problem.emit(str(error))
            return False
        return True
