"""Guesses which column of a list goes into which field: by its heading, and by what its cells can be read as."""

from collections.abc import Callable, Sequence

from casebook.domain.errors import CasebookError
from casebook.domain.fields import Kind
from casebook.domain.list_file import Cell, ListFile, shown_cell
from casebook.services.lists.mapping import ColumnChoice, ListMapping
from casebook.services.lists.names import folded
from casebook.services.lists.targets import END, START, Target
from casebook.services.lists.values import FIRST_YEAR, LAST_YEAR, Manner, Understanding

SAMPLE = 120
"""Different cells of a column that are looked at."""
CERTAIN, SYNONYM, WITHIN, SHAPE = 100, 85, 55, 50
"""What it weighs that a heading is the label, means the same, holds it, and that every cell can be read."""
ENOUGH = 40
SHAPED = frozenset({Kind.COUNTRY, Kind.COUNTRIES, Kind.TERM, Kind.TERMS, Kind.WHEN, Kind.LANGUAGE, Kind.URL})
"""Kinds that a cell shows by what stands in it."""
CLOSED = SHAPED | {Kind.FLAG, Kind.SCALE, Kind.WHOLE, Kind.NUMBER}
"""Kinds whose cells mostly cannot be read where the heading misleads."""

HEADINGS: dict[str, tuple[str, ...]] = {
    "ref_code": ("ref", "reference code", "code", "id", "no", "number", "nr", "référence"),
    "title": ("name", "project", "project title", "case", "titre", "titel", "título", "nom", "event", "what"),
    "brief": ("summary", "abstract", "short description", "in brief", "résumé", "resumen"),
    "period": ("years", "year", "dates", "date", "when", "duration", "période", "années", "jahre", "años"),
    "period:start": ("start", "start date", "start year", "from", "begin", "début", "beginn"),
    "period:end": ("end", "end date", "end year", "to", "until", "fin", "ende"),
    "countries": ("country", "where", "location", "pays", "land", "länder", "país", "nation"),
    "context": ("notes", "description", "background", "comments", "remarks", "note", "contexte"),
    "actors:": ("partners", "partner", "partner names", "organisations", "organizations", "partenaires"),
    "places:": ("place", "places", "site", "lieu", "lieux", "ort"),
    "tags": ("keywords", "tag", "mots clés", "schlagwörter"),
    "authors": ("author", "written by", "auteur", "auteurs"),
    "language": ("langue", "sprache"),
    "status": ("state", "statut"),
    "date": ("when", "year", "day", "jour", "datum", "fecha"),
    "type": ("kind", "category", "art", "catégorie"),
    "actor": ("name", "organisation", "organization", "partner", "acteur"),
    "actors": ("who", "actor", "partners", "acteurs", "participants"),
    "place": ("where", "location", "lieu", "ort"),
    "description": ("notes", "details", "what happened", "comments", "remarks"),
    "turning_point": ("turning point", "key event", "tournant"),
    "name": ("title", "name"),
    "statement": ("outcome", "result", "change"),
    "source": ("citation", "reference", "citation key"),
}
"""Other headings that people give the fields, by the key of the target; compared without accents."""


def guessed(
    listed: ListFile,
    targets: Sequence[Target],
    understanding: Understanding,
    translate: Callable[[str], str] = str,
    into: str = "",
) -> ListMapping:
    """The likeliest mapping: no target twice, and nothing where nothing is likely."""
    scores = [
        (score, at, target)
        for at, heading in enumerate(listed.columns)
        for target, score in _scored(heading, sample_of(listed.column(at)), targets, understanding, translate)
    ]
    chosen: dict[int, str] = {}
    for _score, at, target in sorted(scores, key=lambda one: -one[0]):
        if at not in chosen and target.key not in chosen.values() and not _clashes(target, chosen):
            chosen[at] = target.key
    _name_something(listed, targets, chosen)
    choices = tuple(ColumnChoice(target=chosen.get(at, "")) for at in range(len(listed.columns)))
    return ListMapping(into=into, choices=choices)


def sample_of(cells: Sequence[Cell], most: int = SAMPLE) -> list[Cell]:
    """The first different cells of a column that hold something."""
    seen: dict[str, Cell] = {}
    for cell in cells:
        if shown_cell(cell).strip():
            seen.setdefault(shown_cell(cell), cell)
            if len(seen) == most:
                break
    return list(seen.values())


def _scored(
    heading: str,
    sample: Sequence[Cell],
    targets: Sequence[Target],
    understanding: Understanding,
    translate: Callable[[str], str],
) -> list[tuple[Target, float]]:
    scored = []
    for target in targets:
        worded = _heading_score(heading, target, understanding, translate)
        shaped = 0.0
        if _may_be_shaped(target, worded):
            # Any number of four digits may be a year; without a heading that says so, only likely ones are.
            cells = sample if worded else [cell for cell in sample if not _is_odd_year(target, cell)]
            shaped = _share_read(cells, target, understanding) * len(cells) / max(len(sample), 1)
        if worded and target.spec.kind in CLOSED and sample and shaped < 0.3:
            continue
        score = worded + SHAPE * shaped if worded or (shaped >= 0.8 and target.spec.kind in SHAPED) else 0
        if score >= ENOUGH:
            scored.append((target, score))
    return scored


def _may_be_shaped(target: Target, worded: float) -> bool:
    return target.spec.kind in CLOSED if worded else target.spec.kind in SHAPED and not target.end


def _heading_score(
    heading: str, target: Target, understanding: Understanding, translate: Callable[[str], str]
) -> float:
    said = folded(heading)
    spec = target.spec
    labels = {folded(spec.label), folded(translate(spec.label)), folded(target.key.rstrip(":"))}
    if target.end:
        labels = {f"{label} {target.end}" for label in labels} | {f"{target.end} {label}" for label in labels}
        labels |= {label.replace(":", " ") for label in labels}
    elif spec.vocabulary:
        labels |= {folded(title) for title in understanding.names.vocabulary_titles(spec.vocabulary)}
    if said in labels:
        return CERTAIN
    if said in {folded(one) for one in HEADINGS.get(target.key, ())}:
        return SYNONYM
    words = set(said.split())
    if not target.end and any(label and set(label.split()) <= words for label in labels):
        return WITHIN
    return 0


def _share_read(sample: Sequence[Cell], target: Target, understanding: Understanding) -> float:
    """How many of the cells can be read as values of the field, without making anything of them."""
    return sum(_reads(cell, target, understanding) for cell in sample) / len(sample) if sample else 0.0


def _is_odd_year(target: Target, cell: Cell) -> bool:
    text = shown_cell(cell).strip()
    return target.spec.kind is Kind.WHEN and text.isdecimal() and not FIRST_YEAR <= int(text[:5]) <= LAST_YEAR


def _reads(cell: Cell, target: Target, understanding: Understanding) -> bool:
    spec, text = target.spec, shown_cell(cell).strip()
    if spec.kind is Kind.URL:
        return text.lower().startswith(("http://", "https://"))
    if spec.kind is Kind.LANGUAGE and len(text) < 3:
        return text.islower() and understanding.names.language(text) is not None
    try:
        return bool(str(understanding.read(spec, cell, Manner()).value))
    except CasebookError:
        return False


def _clashes(target: Target, chosen: dict[int, str]) -> bool:
    """Whether a date and one end of the same date would both be given."""
    field = target.key.partition(":")[0]
    taken = set(chosen.values())
    ends = {f"{field}:{START}", f"{field}:{END}"}
    return bool(ends & taken) if target.key == field else target.key in ends and field in taken


def _name_something(listed: ListFile, targets: Sequence[Target], chosen: dict[int, str]) -> None:
    """Where no column names the rows, take the first with different, short texts that has no other use."""
    naming = next((one for one in targets if one.required and one.spec.kind is Kind.LINE), None)
    if naming is None or naming.key in chosen.values():
        return
    for at in range(len(listed.columns)):
        sample = sample_of(listed.column(at))
        texts = [cell for cell in sample if isinstance(cell, str)]
        distinct = len(sample) >= min(len(listed.rows), SAMPLE) * 0.8
        if at not in chosen and texts and len(texts) == len(sample) and distinct:
            chosen[at] = naming.key
            return
