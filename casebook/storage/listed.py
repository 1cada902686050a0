"""The numbers of the cases that were found, in the order of the list: put in order only as far as somebody looks."""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from typing import overload

from pyroaring import BitMap


class Listed(Sequence[int]):
    """As many numbers as were found; the first page of a hundred thousand costs no more than that of a hundred."""

    def __init__(self, found: BitMap, *orders: Iterable[int], first: Iterable[int] = ()) -> None:
        """`first` stand at the head; then those that were found, in the order of each of `orders`, one after the other."""
        self._found = found
        self._ready = array("I", first)
        self._taken = BitMap(self._ready)
        self._rest = self._in_order(orders)

    def __len__(self) -> int:
        return len(self._found)

    @overload
    def __getitem__(self, index: int) -> int: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[int]: ...
    def __getitem__(self, index: int | slice) -> int | Sequence[int]:
        if isinstance(index, int):
            place = range(len(self))[index]
            self._fill(place + 1)
            return self._ready[place]
        places = range(len(self))[index]
        self._fill(max(places, default=-1) + 1)
        # Counted from the beginning: what is put in order so far has another end than the whole.
        return array("I", (self._ready[place] for place in places))

    def __iter__(self) -> Iterator[int]:
        self._fill(len(self))
        return iter(self._ready)

    def _in_order(self, orders: Iterable[Iterable[int]]) -> Iterator[int]:
        found, taken = self._found, self._taken
        for order in orders:
            for number in order:
                if number in found and number not in taken:
                    yield number

    def _fill(self, upto: int) -> None:
        missing = upto - len(self._ready)
        for number in self._rest if missing > 0 else ():
            self._ready.append(number)
            missing -= 1
            if missing <= 0:
                return
