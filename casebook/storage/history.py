"""The change log: who changed what, when, from what to what."""

from typing import Any

import attrs


@attrs.frozen(kw_only=True)
class HistoryEntry:
    """One saved change."""

    id: str
    at: str
    """ISO 8601 in UTC."""
    who: str
    what: str
    """A sentence such as "Severity of “Mandate gap” set to 4"."""
    change: dict[str, Any]
    """The change in the form of `domain.plain.plain_change`, with old and new values."""


class History:
    """The history of an open library, as `Library.history`."""

    def of(self, case_id: str, limit: int = 200) -> list[HistoryEntry]:
        """The latest changes of a case, latest first."""
        raise NotImplementedError
