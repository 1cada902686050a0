"""What the Library is asked just now: words, ticks and a list; whoever changes one of them tells everybody."""

from collections.abc import Iterable

import attrs
from PySide6.QtCore import QObject, Signal

from casebook.domain.wanted import ANYTHING, Wanted
from casebook.services.panels import Panels, Tick, both
from casebook.services.understanding import Understanding, Understood
from casebook.storage.listing import RELEVANCE, ListQuery
from casebook.ui.library.case_lists import LISTS, CaseList
from casebook.ui.workbench import Workbench


class Asking(QObject):
    """Emits `changed` when the question is another."""

    changed = Signal()

    def __init__(self, workbench: Workbench, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._understanding: Understanding | None = None
        self.list: CaseList = LISTS[0]
        self.text = ""
        self.ticks: tuple[Tick, ...] = ()
        self.narrowed: dict[str, tuple[str, Wanted]] = {}
        """What else narrows, such as a drawing on the map: what its chip says, and what it asks."""

    @property
    def narrows(self) -> bool:
        """Whether anything but the list is asked."""
        return bool(self.text or self.ticks or self.narrowed)

    @property
    def panels(self) -> Panels:
        """Names and counts the values of facets."""
        return Panels(self._workbench.wording)

    def start_over(self) -> None:
        """Ask another library: nothing but all cases."""
        self._understanding = None
        self.list, self.text, self.ticks, self.narrowed = LISTS[0], "", (), {}

    def learn(self) -> None:
        """Forget what was known of words and names: the library changed."""
        self._understanding = None

    def ask(self, text: str) -> None:
        """Ask for words."""
        if text.strip() != self.text:
            self.text = text.strip()
            self.changed.emit()

    def look_at(self, entry: CaseList) -> None:
        """Ask within another list."""
        if entry is not self.list:
            self.list = entry
            self.changed.emit()

    def tick(self, tick: Tick, *, on: bool) -> None:
        """Choose a value of a facet, or no longer."""
        others = tuple(one for one in self.ticks if one != tick)
        self.tick_all((*others, tick) if on else others)

    def tick_all(self, ticks: Iterable[Tick]) -> None:
        """Choose exactly these values."""
        fresh = tuple(ticks)
        if fresh != self.ticks:
            self.ticks = fresh
            self.changed.emit()

    def narrow(self, by: str, label: str, wanted: Wanted | None) -> None:
        """Ask only for what else is wanted, under a name; or no longer."""
        others = {key: held for key, held in self.narrowed.items() if key != by}
        fresh = {**others, by: (label, wanted)} if wanted is not None else others
        if fresh != self.narrowed:
            self.narrowed = fresh
            self.changed.emit()

    def clear(self) -> None:
        """Ask for nothing but the list."""
        if self.narrows:
            self.text, self.ticks, self.narrowed = "", (), {}
            self.changed.emit()

    def understood(self) -> Understood:
        """What the words mean in this library."""
        return self._read(self.text)

    def asked_in(self, entry: CaseList) -> ListQuery:
        """What a list asks by itself."""
        query = entry.asked_by(self._workbench.author())
        return attrs.evolve(query, wanted=both(query.wanted, self._read(entry.words).wanted))

    def base(self, but: str = "") -> ListQuery:
        """The question without the ticks, which facets are counted in; `but` leaves out what narrows it."""
        query = self.asked_in(self.list)
        wanted = both(query.wanted, self.understood().wanted)
        for by, (_label, narrower) in self.narrowed.items():
            wanted = both(wanted, narrower) if by != but else wanted
        return attrs.evolve(query, wanted=wanted, sort=RELEVANCE if self.text else query.sort)

    def query(self, but: str = "") -> ListQuery:
        """The whole question, or the same without one thing that narrows it."""
        query = self.base(but)
        return attrs.evolve(query, wanted=both(query.wanted, self.panels.wanted(self.ticks)))

    def _read(self, text: str) -> Understood:
        library = self._workbench.library
        if not text or library is None:
            return Understood(wanted=ANYTHING)
        if self._understanding is None:
            bench = self._workbench
            self._understanding = Understanding(library.declaration, bench.wording, library.lookup.values)
        return self._understanding.read(text)
