"""Garbage is looked for in the GUI thread and nowhere else."""

import gc
import time

EVERY = 500
"""Milliseconds between two looks at whether there is enough to collect."""

YOUNG = 700
"""So many objects more than at the last look are worth one; Python's own figure."""

ROUNDS = 3
"""So many looks at a generation go by before the next older one is looked at too."""

SHARE = 100
"""Looking at everything takes at most one part in so many of the time."""


class Garbage:
    """Rings of objects that nothing reaches any more, taken apart by whoever calls `collect_due`, in its own thread.

    Python on its own collects in whatever thread happens to make the seven-hundredth object. If that is a worker and
    the ring holds a widget, Qt destroys the widget outside its thread, which ends the process. While one of these is in
    charge Python does not collect by itself.
    """

    def __init__(self) -> None:
        """From now on nothing is collected until `collect_due` is called."""
        gc.disable()
        self._settled = False
        self._everything_from = 0.0

    def settle(self) -> None:
        """Leave what is loaded so far out of every look to come, so that none holds up a keystroke; once only."""
        if not self._settled:
            self._settled = True
            gc.freeze()

    def collect_due(self) -> None:
        """Collect what is due: the young often, everything seldom."""
        young, middle, old = gc.get_count()
        if young <= YOUNG:
            return
        began = time.perf_counter()
        if old >= ROUNDS and began >= self._everything_from:
            gc.collect()
            ended = time.perf_counter()
            self._everything_from = ended + SHARE * (ended - began)
        else:
            gc.collect(1 if middle >= ROUNDS else 0)
