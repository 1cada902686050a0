"""Goes through what is to fix, one finding after another, while findings come and go."""

from casebook.domain.findings import Finding


class FindingWalk:
    """Stands on one of the findings, or where it stood before it was fixed."""

    def __init__(self) -> None:
        self._findings: tuple[Finding, ...] = ()
        self._row = -1
        self._last: Finding | None = None

    def show(self, findings: tuple[Finding, ...]) -> None:
        """These are the findings now."""
        self._findings = findings

    def begin(self) -> None:
        """Start anew, as in another case."""
        self._row, self._last = -1, None

    def step(self, by: int) -> tuple[Finding, int] | None:
        """Go to the next finding (1) or the one before (-1), round and round; it and its number from 1."""
        if not self._findings:
            return None
        count = len(self._findings)
        if self._last in self._findings:
            row = self._findings.index(self._last) + by
        elif self._last is None:
            row = 0 if by > 0 else count - 1
        else:
            row = self._row if by > 0 else self._row - 1  # it was fixed, and the next one has taken its place
        self._row = row % count
        self._last = self._findings[self._row]
        return self._last, self._row + 1
