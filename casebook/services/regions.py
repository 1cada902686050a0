"""Regions of the world and their countries (United Nations standard M49), read from their file."""

import json
from collections.abc import Mapping
from functools import cache

import attrs

from casebook import paths
from casebook.domain.vocabulary import FALLBACK


@attrs.frozen(kw_only=True)
class Region:
    """A region; `countries` are ISO 3166-1 alpha-2 codes."""

    id: str
    label: Mapping[str, str]
    countries: frozenset[str]

    def words(self, language: str = FALLBACK) -> str:
        """Its name in `language`, or in English."""
        return self.label.get(language) or self.label[FALLBACK]


@cache
def regions() -> tuple[Region, ...]:
    """All regions; every country is in exactly one."""
    held = json.loads((paths.resources() / "regions.json").read_text(encoding="utf-8"))
    return tuple(
        Region(id=raw["id"], label=raw["label"], countries=frozenset(raw["countries"]))
        for raw in held["regions"]
    )
