"""How well a claim is supported: the Admiralty code (NATO AJP-2.1), source letter A to F and information figure 1 to 6."""

from collections.abc import Iterable

import attrs

from casebook.domain.records import Record
from casebook.domain.wording import Wording

UNJUDGED = "–"
SUPPORTING = frozenset({None, "supports"})


@attrs.frozen(kw_only=True)
class Grade:
    """A grade such as B2, with what its letter and figure mean in words."""

    code: str
    reliability: str
    credibility: str

    @property
    def words(self) -> str:
        """Both halves in words, those that were judged."""
        return "; ".join(half for half in (self.reliability, self.credibility) if half)


def grade_of(evidence: Record, source: Record | None, wording: Wording) -> Grade | None:
    """The grade of one piece of evidence; None when neither half was judged."""
    letter, figure = getattr(source, "reliability", None), getattr(evidence, "credibility", None)
    if not letter and not figure:
        return None
    reliability, credibility = _half(wording, "reliability", letter), _half(wording, "credibility", figure)
    return Grade(
        code=reliability[0] + credibility[0],
        reliability=reliability[1],
        credibility=credibility[1],
    )


def _half(wording: Wording, vocabulary: str, term_id: str | None) -> tuple[str, str]:
    """The sign of one half of a grade, and its words as they read within a sentence."""
    held = wording.vocabularies.get(vocabulary)
    term = held.get(term_id) if held else None
    if term is None:
        return term_id or UNJUDGED, ""
    words = term.words(wording.language)
    return term.symbol or term.id, words[:1].lower() + words[1:]


def best(grades: Iterable[Grade | None]) -> Grade | None:
    """The strongest of several grades: the more reliable source first, then the more credible information."""
    judged = [grade for grade in grades if grade is not None]
    return min(judged, key=lambda grade: grade.code.replace(UNJUDGED, "Z"), default=None)
