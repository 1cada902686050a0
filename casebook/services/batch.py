"""Many reports at once: each made by itself on as many cores as there are; what fails does not keep the others back."""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import islice

import attrs

from casebook.domain.errors import CasebookError
from casebook.publishing.order import (
    Cancelled,
    Order,
    PublishCancelledError,
    Published,
    as_it_is,
    never,
    quiet,
)
from casebook.services.publishing import Manuscript, makes_one_of_many, publish_all

AHEAD = 2
"""Manuscripts for each core that are held in memory: one being made, one waiting."""


@attrs.frozen(kw_only=True)
class Outcome:
    """What came of one report, of one case or of several: its files, or the sentence that says why there are none."""

    manuscripts: tuple[Manuscript, ...]
    published: Published | None = None
    refusal: str = ""


def at_once() -> int:
    """How many reports are made at the same time.

    Threads do: pandoc is a program of its own and Typst lets go of the interpreter while it works.
    """
    return os.cpu_count() or 1


def publish_each(
    manuscripts: Iterable[Manuscript],
    order: Order,
    cancelled: Cancelled = never,
    translate: Callable[[str], str] = as_it_is,
    workers: int = 0,
) -> Iterator[Outcome]:
    """What came of each report, in the order of the cases; those are taken in the caller's thread, a few ahead.

    Where the person stops, the rest is left out and nothing is half written.
    """
    workers = workers or at_once()
    waiting = _of_each(manuscripts, order.template)

    def make(together: tuple[Manuscript, ...]) -> Outcome:
        try:
            (made,) = publish_all(together, order, quiet, cancelled, translate)
        except PublishCancelledError:
            raise
        except CasebookError as error:
            return Outcome(manuscripts=together, refusal=str(error))
        return Outcome(manuscripts=together, published=made)

    with ThreadPoolExecutor(workers, thread_name_prefix="report") as pool:
        started: deque[Future[Outcome]] = deque()
        try:
            started.extend(pool.submit(make, one) for one in islice(waiting, AHEAD * workers))
            while started and not cancelled():
                yield started.popleft().result()
                started.extend(pool.submit(make, one) for one in islice(waiting, 1))
        except PublishCancelledError:
            return
        finally:
            for one in started:
                one.cancel()


def _of_each(manuscripts: Iterable[Manuscript], template: str) -> Iterator[tuple[Manuscript, ...]]:
    """Of which manuscripts each report is made: one of all where the template is for many, else one of each."""
    if not makes_one_of_many(template):
        yield from ((one,) for one in manuscripts)
    elif together := tuple(manuscripts):
        yield together
