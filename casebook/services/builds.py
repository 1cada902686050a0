"""The builds a library keeps: one for each report to begin with, then as people have them."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import attrs

from casebook.domain.errors import NotFoundError
from casebook.domain.marking import _
from casebook.publishing.builds import Build, build_body, build_from, first_build
from casebook.services.publishing import templates

if TYPE_CHECKING:
    from casebook.storage.library import Library

KIND, LAST = "build", "last-export"
"""Kinds on the shelf of a library."""
LAST_ID = "last-export"
NO_BUILD = _("There is no build called “{}”; the ones at hand are {}.")
SEVERAL = _("More than one build is called “{}”; use its number instead.")


@attrs.frozen(kw_only=True)
class LastExport:
    """What was exported last: by which build, of which cases."""

    build: Build
    case_ids: tuple[str, ...]


class BuildList:
    """The builds of an open library in their order; until one is changed, none is written into the library."""

    def __init__(self, library: "Library") -> None:
        self._library = library

    def all(self) -> tuple[Build, ...]:
        """The builds in their order."""
        kept = self._library.shelf.all(KIND)
        return tuple(build_from(one.body, build_id=one.id, name=one.name) for one in kept) or _to_begin_with()

    def named(self, name: str) -> Build:
        """The build called `name`, in any letter case, or the one at that number in the list.

        Raises:
            NotFoundError: there is none, or more than one.
        """
        builds = self.all()
        found = [build for build in builds if build.name.casefold() == name.strip().casefold()]
        if not found and name.isascii() and name.isdigit() and 0 < int(name) <= len(builds):
            found = [builds[int(name) - 1]]
        if not found:
            raise NotFoundError(NO_BUILD.format(name[:80], ", ".join(f"“{build.name}”" for build in builds)))
        if len(found) > 1:
            raise NotFoundError(SEVERAL.format(name[:80]))
        return found[0]

    def keep(self, build: Build, position: int | None = None) -> Build:
        """Keep a build: in the place of the one with its id, else as a new one, at a position or the end.

        Raises:
            LibraryError: the library is open for reading only, or the disk is full or refuses.
        """
        self._begin()
        kept = self._library.shelf.put(KIND, build.name, build_body(build), build.id, position)
        return attrs.evolve(build, id=kept.id)

    def move(self, build: Build, position: int) -> None:
        """Put a build at a position, counted from 0. Raises as `keep` does."""
        self._begin()
        self._library.shelf.move(build.id, position)

    def remove(self, build: Build) -> int:
        """Take a build away; where it stood, so that `keep` can put it back there. Raises as `keep` does."""
        self._begin()
        place = [one.id for one in self.all()].index(build.id)
        self._library.shelf.remove(build.id)
        return place

    def last(self) -> LastExport | None:
        """What was exported last with a build as it is now; None before the first time."""
        for kept in self._library.shelf.all(LAST):
            return self._last_from(kept.body)
        return None

    def remember(self, last: LastExport) -> None:
        """Keep what was exported just now. Raises as `keep` does."""
        body = {"build": build_body(last.build) | {"id": last.build.id, "name": last.build.name}}
        self._library.shelf.put(LAST, "", {**body, "cases": list(last.case_ids)}, LAST_ID)

    def _last_from(self, body: Mapping[str, Any]) -> LastExport | None:
        then, cases = body.get("build"), body.get("cases")
        if not isinstance(then, dict) or not isinstance(cases, list):
            return None
        build_id = str(then.get("id", ""))
        now = next((build for build in self.all() if build.id == build_id), None)
        build = now or build_from(then, name=str(then.get("name", "")))
        return LastExport(build=build, case_ids=tuple(str(case) for case in cases))

    def _begin(self) -> None:
        """Write the builds to begin with into a library that has none."""
        if not self._library.shelf.all(KIND):
            for build in _to_begin_with():
                self._library.shelf.put(KIND, build.name, build_body(build), build.id)


def name_of_copy(name: str, taken: tuple[str, ...]) -> str:
    """A name that is not taken yet: "Handout (2)"."""
    stem, number = name, 2
    while f"{stem} ({number})" in taken:
        number += 1
    return f"{stem} ({number})"


def _to_begin_with() -> tuple[Build, ...]:
    """One build for each report, under an id of its own in every library."""
    return tuple(attrs.evolve(first_build(one), id=f"first-{one.name}") for one in templates() if not one.own)
