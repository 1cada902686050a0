"""What a reviewer makes of a comparison: a finding for each row, and what the cases said when it was written."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any

import attrs

from casebook.domain.comparison import NONE, Comparison, Decisions, Held, Row
from casebook.domain.errors import FormatError
from casebook.domain.plain import plain

UNREADABLE = "This comparison cannot be read by this version."
DIGEST_SIZE = 8
"""Bytes of a fingerprint: enough to tell that a row has changed, no more."""


class FindingState(StrEnum):
    """How far the reviewer has got with a row."""

    OPEN = "open"
    DECIDED = "decided"
    NEEDS_INFORMATION = "needs-information"


@attrs.frozen(kw_only=True)
class Finding:
    """What the reviewer concludes from one row, as Markdown."""

    text: str = ""
    state: FindingState = FindingState.OPEN

    def __bool__(self) -> bool:
        return bool(self.text) or self.state is not FindingState.OPEN


NO_FINDING = Finding()


@attrs.frozen(kw_only=True)
class ComparedCase:
    """A case of a comparison, in its place; `version` is the id of its latest change when it was last looked at."""

    id: str
    version: str = ""


@attrs.frozen(kw_only=True)
class Synthesis:
    """A comparison as it is kept in a library: which cases, for whom, what was decided and found."""

    name: str = ""
    cases: tuple[ComparedCase, ...] = ()
    audience: str = ""
    """Key of a sensitivity; empty for the reviewer's own eyes."""
    reference: str = ""
    """Id of the case that the others are read against; empty for none."""
    decisions: Decisions = NONE
    findings: Mapping[str, Finding] = attrs.field(factory=dict)
    """By row key; rows without a finding are not in it."""
    seen: Mapping[str, str] = attrs.field(factory=dict)
    """The fingerprint of each row, by its key, when it was last looked at."""
    seen_at: str = ""
    """When that was, ISO 8601 in UTC."""

    def finding(self, row_key: str) -> Finding:
        """The finding of a row; an empty one where there is none."""
        return self.findings.get(row_key, NO_FINDING)

    def with_finding(self, row_key: str, finding: Finding) -> "Synthesis":
        """The same with another finding for a row; an empty one takes it away."""
        kept = {key: held for key, held in self.findings.items() if key != row_key}
        return attrs.evolve(self, findings=kept | ({row_key: finding} if finding else {}))

    def plain(self) -> dict[str, Any]:
        """The JSON form."""
        return {
            "name": self.name,
            "cases": [{"id": case.id, "version": case.version} for case in self.cases],
            "audience": self.audience,
            "reference": self.reference,
            "decisions": self.decisions.plain(),
            "findings": {
                key: {"text": held.text, "state": held.state.value} for key, held in self.findings.items()
            },
            "seen": dict(self.seen),
            "seen_at": self.seen_at,
        }

    @classmethod
    def of(cls, data: Any) -> "Synthesis":
        """Read the JSON form.

        Raises:
            FormatError: it is not one.
        """
        try:
            return cls(
                name=_text(data["name"]),
                cases=tuple(
                    ComparedCase(id=_text(case["id"]), version=_text(case.get("version", "")))
                    for case in data["cases"]
                ),
                audience=_text(data.get("audience", "")),
                reference=_text(data.get("reference", "")),
                decisions=Decisions.of(data.get("decisions", {})),
                findings={
                    _text(key): Finding(text=_text(held["text"]), state=FindingState(held["state"]))
                    for key, held in data.get("findings", {}).items()
                },
                seen={_text(key): _text(mark) for key, mark in data.get("seen", {}).items()},
                seen_at=_text(data.get("seen_at", "")),
            )
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise FormatError(UNREADABLE) from error


@attrs.frozen(kw_only=True)
class Progress:
    """How many rows of a comparison are decided, wait for information, and are still open."""

    decided: int
    waiting: int
    open: int

    @property
    def rows(self) -> int:
        """All rows."""
        return self.decided + self.waiting + self.open


def progress(synthesis: Synthesis, rows: Iterable[Row]) -> Progress:
    """How far the synthesis of these rows has got."""
    states = [synthesis.finding(row.key).state for row in rows]
    return Progress(
        decided=states.count(FindingState.DECIDED),
        waiting=states.count(FindingState.NEEDS_INFORMATION),
        open=states.count(FindingState.OPEN),
    )


def fingerprints(comparison: Comparison) -> dict[str, str]:
    """What each row says, as a short digest by row key; the order of the cases does not matter."""
    return {row.key: _fingerprint(comparison, row) for row in comparison.rows}


def changed_rows(comparison: Comparison, seen: Mapping[str, str]) -> frozenset[str]:
    """Keys of the rows that say something else than when they were `seen`, new rows among them."""
    return frozenset(key for key, mark in fingerprints(comparison).items() if seen.get(key) != mark)


def _fingerprint(comparison: Comparison, row: Row) -> str:
    said = sorted(
        json.dumps(
            [case.id, cell.gap, cell.words, [_content(held) for held in cell.entries]],
            ensure_ascii=True,
            sort_keys=True,
        )
        for case, cell in zip(comparison.cases, row.cells, strict=True)
    )
    return hashlib.blake2b("\n".join(said).encode("ascii"), digest_size=DIGEST_SIZE).hexdigest()


def _content(held: Held) -> list[Any]:
    """All that an entry says, for its title may stay while what stands below it changes; who changed it when aside."""
    fields = {key: value for key, value in plain(held.record).items() if key != "stamp"}
    return [fields, held.grade.code if held.grade else "", held.weak]


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value
