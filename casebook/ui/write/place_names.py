"""Names the places of a case as people would: by section and number."""

from casebook.domain.case import Case
from casebook.domain.wording import Wording


class PlaceNames:
    """Names where findings are: "Overview", "Challenge 4", "Outcome 2 › Indicator 1"."""

    def __init__(self, case: Case, wording: Wording) -> None:
        """Names the places of `case` as it is now."""
        self._declaration = case.declaration
        self._words = wording.translate
        self._numbered: dict[str, tuple[str, int, str]] = {}
        counts: dict[tuple[str, str], int] = {}
        for key in case.declaration.sections:
            for record in case.section(key):
                parent = getattr(record, "parent", None) or ""
                counts[key, parent] = counts.get((key, parent), 0) + 1
                self._numbered[record.id] = key, counts[key, parent], parent

    def name(self, record_id: str, key: str) -> str:
        """The place of a record; of the case itself, the part or section `key`."""
        return self._entry(record_id) if record_id in self._numbered else self.title(key)

    def title(self, key: str) -> str:
        """The title of a part or section."""
        parts = {part.key: part.title for part in self._declaration.parts}
        return self._words(parts.get(key) or self._declaration.sections[key].title)

    def root(self, key: str) -> str:
        """The part or top-level section of the outline that part or section `key` belongs to."""
        spec = self._declaration.sections.get(key)
        return self.root(spec.parent) if spec is not None and spec.parent else key

    def _entry(self, record_id: str) -> str:
        key, number, parent = self._numbered[record_id]
        own = f"{self._words(self._declaration.sections[key].singular)} {number}"
        return f"{self._top(parent)} › {own}" if parent in self._numbered else own

    def _top(self, record_id: str) -> str:
        """The entry of the outline a record stands in; what lies between is left out, for a chip is short."""
        parent = self._numbered[record_id][2]
        return self._top(parent) if parent in self._numbered else self._entry(record_id)
