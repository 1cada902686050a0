"""What the window remembers between runs: its place, its splitters, where the person was, recent libraries."""

import json
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtWidgets import QMainWindow, QSplitter, QTableView

RECENT = 8
"""Libraries remembered."""

PLACES = 200
"""Cases in which the place of the person is remembered."""

REMEMBERS = "remembers"
"""Property of a named table that is kept from one run to the next: a text."""

LARGEST = 200_000
"""Bytes; a larger file is not one this class wrote."""


class WindowState:
    """Values in one JSON file; a file that is damaged counts as empty, since losing it loses no work."""

    def __init__(self, file: Path) -> None:
        """Reads `file` if it is there."""
        self._file = file
        self._values = self._read()

    def get(self, key: str) -> str:
        """A remembered text; empty when there is none."""
        value = self._values.get(key, "")
        return value if isinstance(value, str) else ""

    def set(self, key: str, value: str) -> None:
        """Remember a text."""
        self._values[key] = value

    def save(self) -> None:
        """Write the file; a folder that cannot be written to only means that nothing is remembered."""
        places = self.places
        for case_id in list(places)[:-PLACES]:
            del places[case_id]
        fresh = self._file.with_suffix(".new")
        try:
            fresh.write_text(json.dumps(self._values, indent=1), encoding="utf-8")
            fresh.replace(self._file)
        except OSError:
            return

    @property
    def recent(self) -> tuple[Path, ...]:
        """Recent libraries that are still there, latest first."""
        listed = self._values.get("recent", [])
        paths = [Path(item) for item in listed if isinstance(item, str)] if isinstance(listed, list) else []
        return tuple(path for path in paths if path.is_file())

    def remember(self, library: Path) -> None:
        """Put a library first among the recent ones."""
        others = [str(path) for path in self.recent if path != library]
        self._values["recent"] = [str(library), *others][:RECENT]

    @property
    def places(self) -> dict[str, str]:
        """Where the person was in each case, by its id; what is put there is remembered, the latest longest."""
        places = self._values.get("places")
        if not isinstance(places, dict) or not all(isinstance(place, str) for place in places.values()):
            places = self._values["places"] = {}
        return places

    def keep_window(self, window: QMainWindow) -> None:
        """Remember place, size and splitters."""
        self.set("geometry", _text(window.saveGeometry()))
        for splitter in window.findChildren(QSplitter):
            if splitter.objectName():
                sizes = self._sizes(splitter)
                self.set(f"splitter/{splitter.objectName()}", " ".join(str(size) for size in sizes))
        for table in window.findChildren(QTableView):
            remembered = table.property(REMEMBERS) if table.objectName() else None
            if isinstance(remembered, str):
                self.set(f"widget/{table.objectName()}", remembered)

    def restore_geometry(self, window: QMainWindow) -> bool:
        """Put the window where it was; False when that is not known."""
        return window.restoreGeometry(_bytes(self.get("geometry")))

    def restore_splitters(self, window: QMainWindow) -> None:
        """Put back the splitters and the looks of tables that are there by now, each once: afterwards people change them."""
        for splitter in window.findChildren(QSplitter):
            kept = self._kept_sizes(splitter)
            if kept and not splitter.property("restored"):
                splitter.setSizes(kept)
            splitter.setProperty("restored", True)
        for table in window.findChildren(QTableView):
            kept_words = self.get(f"widget/{table.objectName()}") if table.objectName() else ""
            if kept_words and table.property(REMEMBERS) is None:
                table.setProperty(REMEMBERS, kept_words)

    def _sizes(self, splitter: QSplitter) -> list[int]:
        """The sizes of all panes: of one that is not shown just now, what it had before or likes to have."""
        kept, sizes = self._kept_sizes(splitter), splitter.sizes()
        for at in range(splitter.count()):
            pane = splitter.widget(at)
            if pane is not None and pane.isHidden():
                hint, across = pane.sizeHint(), splitter.orientation() == Qt.Orientation.Horizontal
                sizes[at] = kept[at] if kept else (hint.width() if across else hint.height())
        return sizes

    def _kept_sizes(self, splitter: QSplitter) -> list[int]:
        """The sizes that were kept of a splitter; none when they do not fit its panes."""
        words = self.get(f"splitter/{splitter.objectName()}").split() if splitter.objectName() else []
        sizes = [int(word) for word in words if word.isdecimal() and len(word) < 6]
        return sizes if len(sizes) == splitter.count() else []

    def _read(self) -> dict[str, Any]:
        try:
            if self._file.stat().st_size > LARGEST:
                return {}
            values = json.loads(self._file.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return values if isinstance(values, dict) else {}


def _text(data: QByteArray) -> str:
    return bytes(data.toBase64().data()).decode("ascii")


def _bytes(text: str) -> QByteArray:
    return QByteArray.fromBase64(text.encode("ascii", "ignore"))
