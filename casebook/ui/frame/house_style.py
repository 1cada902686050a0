"""The house style of the open library, edited beside a page that shows it; every change is kept at once."""

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import attrs
from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from casebook.domain.errors import CasebookError
from casebook.publishing.citation_styles import CitationStyle
from casebook.publishing.look import Look
from casebook.services.house_style import (
    add_citation_style,
    citation_styles,
    house_look,
    keep_house_look,
    logo_of,
    masters_of_slides,
    styles_of_word,
)
from casebook.ui.frame.house_form import HouseForm
from casebook.ui.frame.page_sample import PageSample
from casebook.ui.widgets.look import with_look
from casebook.ui.workbench import Workbench

ROOMY = 560
"""Width from which the page stands beside the form."""
MEASURE = 75
"""Widest the form runs, in characters."""
READERS: Mapping[str, Callable[[Path], str]] = MappingProxyType(
    {"logo": logo_of, "word_styles": styles_of_word, "slide_masters": masters_of_slides}
)
"""What checks a file from outside, by the part of the look it becomes."""


class HouseStyle(QWidget):
    """A form for the library's look and a sample page; emits `changed(Look)` after a change was kept."""

    changed = Signal(object)

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._look = Look()
        self._styles: tuple[CitationStyle, ...] = ()
        self._hint = with_look(QLabel(), "small")
        self._hint.setObjectName("house-hint")
        self._hint.setWordWrap(True)
        self._form = HouseForm()
        self._sample = PageSample()
        side = QVBoxLayout()
        side.addSpacing(12)
        side.addWidget(self._sample)
        side.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(24)
        self._form.setMaximumWidth(self.fontMetrics().averageCharWidth() * MEASURE)
        row.addWidget(self._form, 10)
        row.addLayout(side)
        row.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._hint)
        outer.addLayout(row)
        self._form.wished.connect(lambda parts: self._keep(**parts))
        self._form.file_wished.connect(self._read)
        self._form.style_wished.connect(self._add_style)
        workbench.library_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the house style of the library that is open now."""
        library = self._workbench.library
        self._form.setVisible(library is not None)
        self._form.setEnabled(not self._workbench.read_only)
        self._hint.setText(
            self.tr("Kept in the library: everyone who has the file publishes alike.")
            if library is not None
            else self.tr("Open a library to give it a house style.")
        )
        try:
            self._look = house_look(library) if library is not None else Look()
        except CasebookError as error:
            self._workbench.problem.emit(str(error))
        self._styles = citation_styles()
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_sample()

    def _place_sample(self) -> None:
        self._sample.setVisible(self._workbench.library is not None and self.width() >= ROOMY)

    def _show(self) -> None:
        self._form.show_look(self._look, self._styles)
        self._sample.show_look(self._look)
        self._place_sample()

    def _keep(self, **parts: Any) -> None:
        before, library = self._look, self._workbench.library
        look = attrs.evolve(before, **parts)
        if library is None or look == before:
            self._show()
            return
        try:
            keep_house_look(library, look)
        except CasebookError as error:
            self._workbench.problem.emit(str(error))
            self._show()
            return
        self._look = look
        self._show()
        self.changed.emit(look)
        for part in READERS:
            if getattr(before, part) and not getattr(look, part):
                self._tell_removed(part, getattr(before, part))

    def _tell_removed(self, part: str, held: str) -> None:
        said = {
            "logo": self.tr("The logo was removed."),
            "word_styles": self.tr("The styles of the Word document were removed."),
            "slide_masters": self.tr("The layouts of the presentation were removed."),
        }
        self._workbench.told.emit(said[part], lambda: self._keep(**{part: held}))

    def _read(self, part: str, path: Path) -> None:
        self._form.show_reading(part)

        def refused(sentence: str) -> None:
            self._show()
            self._workbench.problem.emit(sentence)

        self._workbench.run(
            self.tr("Looking at {}").format(path.name),
            lambda _progress, _cancelled: READERS[part](path),
            lambda held: self._keep(**{part: held}),
            refused,
        )

    def _add_style(self, path: Path) -> None:
        try:
            style = add_citation_style(path)
        except CasebookError as error:
            self._workbench.problem.emit(str(error))
            return
        self._styles = citation_styles()
        self._keep(citation_style=style.key)
