"""Remembers the source that was linked last, for "same as last"."""

from PySide6.QtCore import QObject

from casebook.domain.case import Case
from casebook.domain.sections.evidence import Evidence
from casebook.domain.sections.registry import Source
from casebook.ui.workbench import Workbench


class LastLink(QObject):
    """One per workbench, for as long as the window is open; follows what is edited of the link afterwards."""

    def __init__(self, workbench: Workbench) -> None:
        """Use `of`."""
        super().__init__(workbench)
        self._source: Source | None = None
        self._link: Evidence | None = None
        workbench.case_changed.connect(lambda case, _change: self._follow(case))

    @classmethod
    def of(cls, workbench: Workbench) -> "LastLink":
        """The memory of this workbench."""
        return workbench.findChild(cls) or cls(workbench)

    @property
    def source(self) -> Source | None:
        """The source that was linked last; None when none was."""
        return self._source

    @property
    def locator(self) -> str:
        """The page or time of the last link, as it reads now."""
        return self._link.locator if self._link is not None else ""

    def remember(self, link: Evidence, source: Source) -> None:
        """A source was linked."""
        self._link, self._source = link, source

    def _follow(self, case: Case) -> None:
        if self._link is None or self._source is None:
            return
        link, source = case.find(self._link.id), case.find(self._source.id)
        self._link = link if isinstance(link, Evidence) else self._link
        self._source = source if isinstance(source, Source) else self._source
