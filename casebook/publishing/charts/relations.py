"""Relations between actors: boxes and arrows, the kind of tie told by the stroke and by a word beside it."""

from collections.abc import Sequence

from casebook.domain.case import Case
from casebook.domain.fields import field_spec
from casebook.domain.marking import _
from casebook.domain.sections.registry import Actor
from casebook.domain.sections.relations import Relation
from casebook.domain.wording import Wording
from casebook.publishing.charts.lettering import SEMIBOLD, cut, width
from casebook.publishing.charts.network import Network, arranged
from casebook.publishing.charts.plan import (
    BODY,
    SMALL,
    WIDTH,
    Mark,
    Plan,
    Sign,
    counted,
    key,
    listed,
    sentence,
    text,
)

MOST_RELATIONS = 28
NAME_ROOMS, PADDING = (124.0, 92.0, 62.0), 16.0
"""Room for a name: less where many layers leave the words on the lines too little."""
LEAST_SPACE, LABEL_ROOM = 84.0, 150.0
EQUALS = frozenset({"coordinates-with"})
"""Ties between equals: an arrow at both ends."""
SAID = 10
PLACES = (0.5, 0.4, 0.6, 0.3, 0.7, 0.22, 0.78)
"""Shares of a line where its word may stand, the best first."""
Tie = tuple[Relation, Actor, Actor]


def plan(case: Case, wording: Wording, chosen: frozenset[str]) -> Plan | None:
    """The relations of a case, or the `chosen` ones; None when none joins two actors that may be named."""
    actors = {actor.id: actor for actor in case.actor_records}
    ties: list[Tie] = [
        (item, actors[item.actor], actors[item.counterpart])
        for item in case.relations
        if item.actor in actors and item.counterpart in actors and (not chosen or item.id in chosen)
    ]
    if not ties:
        return None
    tr = wording.translate
    shown = ties[:MOST_RELATIONS]
    marks, height = _drawn(shown, case, wording)
    title = tr(_("Relations between the actors"))
    if len(shown) < len(ties):
        title += " – " + tr(_("{} of {} relations")).format(len(shown), len(ties))
    columns = ("actor", "type", "counterpart", "formality", "strength")
    return Plan(
        title=title,
        alt=_alt(ties, case, wording),
        columns=tuple(tr(field_spec(Relation, name).label) for name in columns),
        rows=tuple(_row(tie, case, wording) for tie in ties),
        height=height,
        marks=marks,
    )


def _row(tie: Tie, case: Case, wording: Wording) -> tuple[str, ...]:
    item, actor, counterpart = tie
    return (
        wording.title(actor, case),
        wording.term("relation-type", item.type),
        wording.title(counterpart, case),
        wording.term("formality", item.formality),
        wording.value(field_spec(Relation, "strength"), item.strength, case),
    )


def _alt(ties: Sequence[Tie], case: Case, wording: Wording) -> str:
    tr = wording.translate
    actors = {actor.id for _item, *both in ties for actor in both}
    told = [
        " ".join((wording.title(actor, case), _tie_words(item, wording), wording.title(counterpart, case)))
        for item, actor, counterpart in ties
    ]
    many = counted(len(ties), tr(_("One relation")), tr(_("{} relations")))
    among = counted(len(actors), tr(_("one actor")), tr(_("{} actors")))
    return (
        tr(_("{} between {}.")).format(many, among) + " " + sentence(listed(told, SAID, tr(_("and {} more"))))
    )


def _tie_words(item: Relation, wording: Wording) -> str:
    words = wording.term("relation-type", item.type) or "–"
    return words[:1].lower() + words[1:]


def _drawn(ties: Sequence[Tie], case: Case, wording: Wording) -> tuple[dict[str, list[Mark]], float]:
    names, net = _network(ties, case, wording)
    marks: dict[str, list[Mark]] = {
        data: [] for data in ("lines", "arrows", "strokes", "boxes", "labels", "grounds", "texts")
    }
    for box, name in zip(net.boxes, names.values(), strict=True):
        left, top = box.x + 1, box.y - box.height / 2 + 1
        marks["boxes"].append({"x": left, "x2": left + box.width, "y": top, "y2": top + box.height})
        middle = (left + box.width / 2, box.y + 1 + BODY * 0.35)
        marks["texts"].append(text(*middle, name, align="center", strong=True))
    taken = [(b.x, b.x + b.width, b.y - b.height / 2, b.y + b.height / 2) for b in net.boxes]
    for number, (item, _actor, _counterpart) in enumerate(ties):
        if net.lines[number]:
            _line(number, item, net, marks)
            words = cut(_tie_words(item, wording), LABEL_ROOM, SMALL)
            _label(net.lines[number], words, taken, marks)
    height = net.height + 2
    strengths = {item.strength for item, *_both in ties if item.strength}
    if len(strengths) > 1:
        key(1, height + 20, _signs(sorted(strengths), wording), marks)
        height += 28
    return marks, height


def _network(ties: Sequence[Tie], case: Case, wording: Wording) -> tuple[dict[str, str], Network]:
    """What stands in each box, by actor, and the boxes and lines in the order of actors and of ties."""
    titles: dict[str, str] = {actor.id: wording.title(actor, case) for _item, *both in ties for actor in both}
    numbers = {actor: number for number, actor in enumerate(titles)}
    links = [(numbers[actor.id], numbers[counterpart.id]) for _item, actor, counterpart in ties]
    for room in NAME_ROOMS:
        names = {actor: cut(title, room, BODY) for actor, title in titles.items()}
        widths = [width(name, BODY) * SEMIBOLD + PADDING for name in names.values()]
        net = arranged(widths, links, WIDTH - 2)
        if net.space >= LEAST_SPACE:
            break
    return names, net


def _line(number: int, item: Relation, net: Network, marks: dict[str, list[Mark]]) -> None:
    line = net.lines[number]
    look = {"line": number, "type": item.type or "", "strength": item.strength or 1}
    marks["lines"] += [{"x": x + 1, "y": y + 1, "step": step, **look} for step, (x, y) in enumerate(line)]
    ends = [(line[-1], line[-2])] + ([(line[0], line[1])] if item.type in EQUALS else [])
    for (x, y), (before, _y) in ends:
        onward = x > before
        marks["arrows"].append({"x": x + 1 - (4 if onward else -4), "y": y + 1, "onward": onward})


def _label(
    line: Sequence[tuple[float, float]],
    words: str,
    taken: list[tuple[float, float, float, float]],
    marks: dict[str, list[Mark]],
) -> None:
    """The word of a tie on its line, where it covers neither a box nor another word; in the middle if nowhere is free."""
    half, high = width(words, SMALL) / 2 + 2, SMALL * 0.6
    spots = []
    for share in PLACES:
        x, y = line[round(share * (len(line) - 1))]
        x = min(max(x, half), WIDTH - half)
        spots.append((x - half, x + half, y - high, y + high))
    free = [
        spot
        for spot in spots
        if not any(spot[0] < b[1] and spot[1] > b[0] and spot[2] < b[3] and spot[3] > b[2] for b in taken)
    ]
    left, right, top, bottom = (free or spots)[0]
    taken.append((left, right, top, bottom))
    marks["grounds"].append({"x": left + 1, "x2": right + 1, "y": top + 1, "y2": bottom + 1})
    marks["labels"].append(text((left + right) / 2 + 1, bottom - 1.4, words, size=SMALL, align="center"))


def _signs(strengths: Sequence[int], wording: Wording) -> list[Sign]:
    spec = field_spec(Relation, "strength")
    return [
        ("strokes", {"strength": strength}, wording.translate(spec.words[strength - spec.low]))
        for strength in strengths
    ]
