"""Many cases at once: each made by itself on as many cores as there are; what fails does not keep the others back."""

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
from casebook.services.publishing import Manuscript, publish_all

AHEAD = 2
"""Manuscripts for each core that are held in memory: one being made, one waiting."""


@attrs.frozen(kw_only=True)
class Outcome:
    """What came of one case: the reports, or the sentence that says why there are none."""

    manuscript: Manuscript
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
    """What came of each case, in their order; manuscripts are taken in the caller's thread, a few ahead.

    Where the person stops, the rest is left out and nothing is half written.
    """
    workers = workers or at_once()
    waiting = iter(manuscripts)

    def make(manuscript: Manuscript) -> Outcome:
        try:
            (made,) = publish_all((manuscript,), order, quiet, cancelled, translate)
        except PublishCancelledError:
            raise
        except CasebookError as error:
            return Outcome(manuscript=manuscript, refusal=str(error))
        return Outcome(manuscript=manuscript, published=made)

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
