"""What is said of the places found in a case, and of what replacing them comes to."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QLocale

from casebook.domain.find_in_case import Obstacle, Occurrence
from casebook.domain.replace_in_case import Replacing

PROGRAMS_READ = frozenset({Obstacle.CITATION, Obstacle.ADDRESS, Obstacle.CODE})


def count_words(places: Sequence[Occurrence], shown: int, outcome: Replacing | None) -> str:
    """How many places there are, in how many entries, and how many are chosen when something is to be replaced."""
    if not places:
        return _tr("Nothing found.")
    entries = len({place.record_id for place in places})
    one_place, many_places = _tr("1 place"), _tr("{} places").format(_number(len(places)))
    one_entry, many_entries = _tr("1 entry"), _tr("{} entries").format(_number(entries))
    words = _tr("{places} in {entries}").format(
        places=one_place if len(places) == 1 else many_places,
        entries=one_entry if entries == 1 else many_entries,
    )
    if outcome is not None:
        words = _tr("{found}, {chosen} chosen").format(found=words, chosen=_number(len(outcome.done)))
    if shown < len(places):
        words += ". " + _tr(
            "The first {} are shown, and only those are replaced. Look for more letters, or in fewer sections."
        ).format(_number(shown))
    return words


def note_words(places: Sequence[Occurrence], outcome: Replacing | None, read_only: bool) -> str:
    """What one has to know before replacing; empty when nothing is out of the ordinary."""
    if outcome is None:
        return ""
    kept = sum(place.kept in PROGRAMS_READ for place in places)
    shared = sum(place.shared and place.kept is None for place in places)
    refused = sum(why in (Obstacle.EMPTY, Obstacle.LONG) for why in outcome.refused.values())
    said = [
        (read_only, _tr("This library is open for reading only.")),
        (kept, _tr("Keys, addresses and codes stay: {}.").format(kept)),
        (shared, _tr("Shared with other cases: {}.").format(shared)),
        (refused, _tr("Cannot be replaced: {}. Each says why.").format(refused)),
        (outcome.too_long, _tr("Some texts grow longer than is advised: {}.").format(len(outcome.too_long))),
    ]
    return " ".join(sentence for so, sentence in said if so)


def _number(count: int) -> str:
    return QLocale().toString(count)


def _tr(text: str) -> str:
    return QCoreApplication.translate("find_words", text)
