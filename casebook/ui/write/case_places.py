"""Where the person was: the section last shown of each case, and the entry last shown of each section."""

from casebook.domain.case import Case
from casebook.ui.workbench import Workbench


class CasePlaces:
    """Entries are remembered while a case is open; section and entry shown last also between runs of the window."""

    def __init__(self, workbench: Workbench) -> None:
        self._workbench = workbench
        self._entries: dict[str, str] = {}

    def opened(self, case: Case) -> tuple[str, str]:
        """The section (or part) and the entry to begin with in a case that was just opened."""
        key, _space, entry = self._workbench.places.get(case.id, "").partition(" ")
        declaration = case.declaration
        known = {part.key for part in declaration.parts} | set(declaration.sections)
        if key not in known or (key in declaration.sections and declaration.sections[key].parent):
            key, entry = declaration.parts[0].key, ""
        self._entries = {key: entry}
        return key, entry

    def entry(self, key: str) -> str:
        """The entry shown last in a section; empty when none was."""
        return self._entries.get(key, "")

    def went(self, case: Case, key: str, entry: str = "") -> None:
        """The person is at an entry of a section now."""
        self._entries[key] = entry
        self._workbench.places.pop(case.id, None)
        self._workbench.places[case.id] = f"{key} {entry}".strip()
