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
    return Grade(
        code=f"{(letter or UNJUDGED).upper()}{figure or UNJUDGED}",
        reliability=wording.term("reliability", letter).lower() if letter else "",
        credibility=wording.term("credibility", figure).lower() if figure else "",
    )


def best(grades: Iterable[Grade | None]) -> Grade | None:
    """The strongest of several grades: the more reliable source first, then the more credible information."""
    judged = [grade for grade in grades if grade is not None]
    return min(judged, key=lambda grade: grade.code.replace(UNJUDGED, "Z"), default=None)
