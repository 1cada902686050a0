"""Which parts and sections of a case a report prints, and in which order."""

from collections.abc import Iterable
from typing import Protocol, TypeVar

import attrs

from casebook.domain.case import Case
from casebook.domain.declaration import Declaration
from casebook.publishing.views import EntryView, PartView, SectionView

V = TypeVar("V", bound=PartView | SectionView)


class Keyed(Protocol):
    """What has a key of a part or section."""

    @property
    def key(self) -> str: ...


K = TypeVar("K", bound=Keyed)


@attrs.frozen
class Contents:
    """By key of part or section: what stands first, in this order, and what is not printed at all.

    What is not named follows in its usual order, so that nothing a case has is lost for being newer than the choice.
    """

    first: tuple[str, ...] = ()
    left_out: frozenset[str] = frozenset()

    def includes(self, key: str) -> bool:
        """Whether the part or section is printed."""
        return key not in self.left_out

    def prints(self, key: str, declaration: Declaration) -> bool:
        """Whether it is printed, and all that it stands in."""
        while key:
            if key in self.left_out:
                return False
            spec = declaration.sections.get(key)
            key = spec.parent if spec is not None else ""
        return True

    def arranged(self, views: Iterable[V]) -> tuple[V, ...]:
        """The views in their order; those left out are there with nothing in them, so that templates find them."""
        return tuple(self._narrowed_view(view) for view in self.in_order(views))

    def in_order(self, keyed: Iterable[K]) -> tuple[K, ...]:
        """Anything with a key, in the order of the choice."""
        places = {key: place for place, key in enumerate(self.first)}
        return tuple(sorted(keyed, key=lambda one: places.get(one.key, len(places))))

    def narrowed(self, case: Case) -> Case:
        """The case without what is left out, for charts; shared records stay, for others link to them."""
        for key, spec in case.declaration.sections.items():
            if not spec.shared and not self.prints(key, case.declaration) and case.section(key):
                case = case.with_section(key, ())
        return case

    def _narrowed_view(self, view: V) -> V:
        if isinstance(view, PartView):
            return attrs.evolve(view, fields=()) if view.key in self.left_out else view
        return self._narrowed_section(view)  # type: ignore[return-value]

    def _narrowed_section(self, view: SectionView) -> SectionView:
        if view.key in self.left_out:
            return attrs.evolve(view, entries=(), absence="")
        return attrs.evolve(view, entries=tuple(self._narrowed_entry(entry) for entry in view.entries))

    def _narrowed_entry(self, entry: EntryView) -> EntryView:
        if not entry.children:
            return entry
        children = tuple(self._narrowed_section(child) for child in entry.children)
        return attrs.evolve(entry, children=children)


EVERYTHING = Contents()


def offered(declaration: Declaration) -> tuple[tuple[str, str, str], ...]:
    """What can be chosen of a case: key, title (to be translated), and the key of what it stands in."""
    parts = [(part.key, part.title, "") for part in declaration.parts]
    tops = (*declaration.top_sections, *declaration.shared_sections)
    sections = [row for spec in tops for row in _with_children(spec.key, declaration)]
    return (*parts, *sections)


def _with_children(key: str, declaration: Declaration) -> list[tuple[str, str, str]]:
    spec = declaration.sections[key]
    rows = [(key, spec.title, spec.parent)]
    for child in declaration.children(key):
        rows += _with_children(child.key, declaration)
    return rows
