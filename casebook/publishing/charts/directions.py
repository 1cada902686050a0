"""Outcomes by domain and direction: one square for each, with the sign of its direction."""

from collections import Counter
from collections.abc import Sequence

from casebook.domain.case import Case
from casebook.domain.marking import _
from casebook.domain.vocabulary import Term
from casebook.domain.wording import Wording
from casebook.publishing.charts.lettering import cut, lines
from casebook.publishing.charts.plan import (
    BODY,
    SMALL,
    WIDTH,
    Mark,
    Plan,
    column,
    counted,
    leading,
    listed,
    text,
)

DOMAINS, DIRECTIONS = "outcome-domain", "outcome-direction"
NAME_ROOM, CELLS_AT = 196.0, 212.0
SQUARE, PITCH = 15.0, 18.0
TOP, GAP = 24.0, 10.0
FAMILIAR = ("positive", "negative", "mixed", "none")
"""Directions with a shade of their own; any other is drawn white with its initial."""
Counts = dict[str, Counter[str]]


def plan(case: Case, wording: Wording, chosen: frozenset[str]) -> Plan | None:
    """The outcomes of a case, or the `chosen` ones, counted; None when none has a direction."""
    held = [item for item in case.outcomes if item.direction and (not chosen or item.id in chosen)]
    if not held:
        return None
    counts: Counts = {}
    for item in held:
        counts.setdefault(item.domain or "", Counter())[item.direction or ""] += 1
    domains = _in_order(tuple(counts), DOMAINS, wording)
    directions = _in_order(
        tuple({item.direction or "" for item in held} | set(FAMILIAR[:3])), DIRECTIONS, wording
    )
    tr = wording.translate
    marks, height = _drawn(counts, domains, directions, wording)
    return Plan(
        title=tr(_("Outcomes by domain and direction")),
        alt=_alt(counts, domains, directions, wording),
        columns=(tr(_("Domain")), *(wording.term(DIRECTIONS, direction) for direction in directions)),
        rows=tuple(
            (_domain(domain, wording), *(str(counts[domain][direction]) for direction in directions))
            for domain in domains
        ),
        height=height,
        marks=marks,
    )


def _in_order(ids: Sequence[str], vocabulary: str, wording: Wording) -> list[str]:
    """Terms in the order of their vocabulary; what is not in it comes last, by name."""
    held = wording.vocabularies.get(vocabulary)
    order = {term.id: place for place, (_depth, term) in enumerate(held.walk())} if held else {}
    return sorted(ids, key=lambda term_id: (order.get(term_id, len(order)), term_id))


def _domain(domain: str, wording: Wording) -> str:
    return wording.term(DOMAINS, domain) if domain else wording.absence(None)


def _alt(counts: Counts, domains: list[str], directions: list[str], wording: Wording) -> str:
    tr = wording.translate
    total: Counter[str] = sum(counts.values(), Counter())
    many = counted(total.total(), tr(_("One outcome")), tr(_("{} outcomes")))
    return (
        f"{many}: {_told(total, directions, wording)}. "
        + listed(
            [
                f"{_domain(domain, wording)}: {_told(counts[domain], directions, wording)}"
                for domain in domains
            ],
            9,
            tr(_("and {} more")),
        )
        + "."
    )


def _told(counts: Counter[str], directions: list[str], wording: Wording) -> str:
    return ", ".join(f"{counts[d]} {wording.term(DIRECTIONS, d).lower()}" for d in directions if counts[d])


def _drawn(
    counts: Counts, domains: list[str], directions: list[str], wording: Wording
) -> tuple[dict[str, list[Mark]], float]:
    marks: dict[str, list[Mark]] = {name: [] for name in ("rows", "squares", "signs", "texts")}
    wide = (WIDTH - CELLS_AT) / len(directions)
    for number, direction in enumerate(directions):
        words = cut(wording.term(DIRECTIONS, direction), wide - 8, SMALL)
        marks["texts"].append(text(CELLS_AT + number * wide, TOP - 9, words, size=SMALL, muted=True))
    y = TOP
    marks["rows"].append({"x": 0, "x2": WIDTH, "y": y})
    for domain in domains:
        name = lines(_domain(domain, wording), NAME_ROOM, BODY)
        height = max(len(name) * leading(BODY), SQUARE) + GAP
        marks["texts"] += column(0, y + (height - len(name) * leading(BODY)) / 2 + BODY * 0.95, name)
        for number, direction in enumerate(directions):
            _squares(
                counts[domain][direction],
                direction,
                (CELLS_AT + number * wide, y + height / 2, wide),
                marks,
                wording,
            )
        y += height
        marks["rows"].append({"x": 0, "x2": WIDTH, "y": y})
    return marks, y + 4


def _squares(
    many: int,
    direction: str,
    place: tuple[float, float, float],
    marks: dict[str, list[Mark]],
    wording: Wording,
) -> None:
    """One square for each outcome; where they find no room, one square and the number."""
    x, middle, wide = place
    fitting = many * PITCH <= wide - 6
    for number in range(many if fitting else 1 if many else 0):
        left = x + number * PITCH
        shade = direction if direction in FAMILIAR else "other"
        marks["squares"].append(
            {
                "x": left,
                "x2": left + SQUARE,
                "y": middle - SQUARE / 2,
                "y2": middle + SQUARE / 2,
                "shade": shade,
            }
        )
        marks["signs"].append(
            {"x": left + SQUARE / 2, "y": middle, "text": _symbol(direction, wording), "shade": shade}
        )
    if not fitting:
        marks["texts"].append(text(x + PITCH + 3, middle + BODY * 0.35, f"× {many}"))


def _symbol(direction: str, wording: Wording) -> str:
    held = wording.vocabularies.get(DIRECTIONS)
    term: Term | None = held.get(direction) if held else None
    return (term.symbol if term else "") or wording.term(DIRECTIONS, direction)[:1]
