"""Keeps a report within the pages its template promises: lays it out, counts, and lays it out again with less."""

import math
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TypeVar

from markupsafe import Markup, escape

from casebook.domain.marking import _
from casebook.publishing.legible import runs_right_to_left
from casebook.publishing.shortening import in_line, lines, shorten
from casebook.publishing.views import FieldView

T = TypeVar("T")

REMEMBERED = 200
"""Reports of which it is remembered how much room they had the last time."""
_FITTED: dict[tuple[str, ...], int] = {}

SHARES = tuple(0.9**step for step in range(31))
"""How much of its limits a template may use, from all to a twentieth."""
READABLE = 120
"""Letters that are left of a text on the fullest page: enough for a sentence."""
TOO_LONG = _("The report “{}” should have at most {} pages but needs {}; shorten the longest texts.")


class Room:
    """What a template may put on its pages: limits that shrink together, and an account of what they cut."""

    def __init__(self, share: float = 1.0) -> None:
        self.share = share
        self.left_out: dict[str, int] = {}
        """How many entries were left out, by what they are called."""
        self.shortened = 0
        """How many texts were cut."""

    def few(self, most: int, least: int = 1) -> int:
        """`most`, or fewer where the pages are too full for so many."""
        return max(least, math.ceil(most * self.share))

    def first(self, entries: Sequence[T], most: int, what: str, least: int = 1) -> Sequence[T]:
        """The first entries, as many as there is room for; the rest is counted under `what`."""
        shown = entries[: self.few(most, least)]
        if len(shown) < len(entries):
            self.left_out[what] = self.left_out.get(what, 0) + len(entries) - len(shown)
        return shown

    def text(self, field: FieldView, sentences: int, width: int, least: int = READABLE) -> Markup:
        """A field's paragraphs and lists, as many whole sentences as there is room for.

        `width` is how many letters there may be, `least` how many of them even on the fullest page.
        """
        html = field.html if field.block else Markup(f"<p>{field.html}</p>")  # noqa: S704 - it was HTML before
        return self._cut(html, self.few(sentences), self.few(width, min(width, least)))

    def line(self, field: FieldView, sentences: int, width: int, least: int = READABLE) -> Markup:
        """The same as words in a line."""
        return in_line(self.text(field, sentences, width, least))

    def lines(self, field: FieldView, most: int, width: int, what: str) -> Sequence[Markup]:
        """The lines or list items of a field, none of more than `width` letters; what there is no room for is counted."""
        shown = self.first(lines(field.html), most, what, 2)
        return [in_line(self._cut(f"<p>{line}</p>", len(line), width)) for line in shown]

    def title(self, words: str, width: int) -> Markup:
        """Plain words, at most `width` letters of them, however full the page is."""
        html = in_line(self._cut(f"<p>{escape(words)}</p>", len(words), width))
        return Markup(f'<span dir="rtl">{html}</span>') if runs_right_to_left(words) else html  # noqa: S704

    def _cut(self, html: str, sentences: int, width: int) -> Markup:
        short = shorten(html, sentences, width)
        self.shortened += short.cut
        return short.html


def within(
    most: int, lay_out: Callable[[Room], None], pages: Callable[[], int], of: tuple[str, ...] = ()
) -> int:
    """Lay a report out with as much room as keeps it within `most` pages; how many it has in the end.

    It is laid out once where it fits at once, at most six times else: the share is found by halving the steps. What
    fitted a report the last time is tried first: `of` says which report it is, empty for one that is not remembered.
    """

    def count(step: int) -> int:
        lay_out(Room(SHARES[step]))
        return pages()

    low, high = 0, len(SHARES) - 1
    last, made, laid = _FITTED.get(of, 0), 0, -1
    if last:
        # As full as it was: one step more does not fit, this one does, and nothing else need be tried.
        made, laid = count(last - 1), last - 1
        low, high = (last, high) if made > most else (low, last - 1)
        if low == last:
            made, laid = count(last), last
            low, high = (low, last) if made <= most else (min(last + 1, high), high)
    while low < high:
        # Most reports fit as they are.
        middle = 0 if laid < 0 else (low + high) // 2
        made, laid = count(middle), middle
        low, high = (low, middle) if made <= most else (middle + 1, high)
    made = made if laid == low else count(low)
    _remember(of, low)
    return made


def _remember(of: tuple[str, ...], step: int) -> None:
    if of:
        _FITTED.pop(of, None)
        _FITTED[of] = step
        while len(_FITTED) > REMEMBERED:
            with suppress(KeyError, RuntimeError):
                del _FITTED[next(iter(_FITTED))]
