"""What a person can set: each setting declared in one line; the settings page and the file walk the declaration."""

import json
from collections.abc import Mapping
from contextlib import suppress
from enum import StrEnum
from pathlib import Path
from typing import Any

import attrs

from casebook.domain.errors import CasebookError
from casebook.domain.marking import _

LARGEST = 100_000
"""Bytes; a larger file is not one this module wrote."""


class SettingKind(StrEnum):
    """What a setting holds; each kind has one control on the settings page."""

    LINE = "line"  # str
    CHOICE = "choice"  # str, a key of `choices`
    WHOLE = "whole"  # int, from `low` to `high`
    FLAG = "flag"  # bool


@attrs.frozen(kw_only=True)
class SettingSpec:
    """One declared setting; `name` is filled in by `setting_specs`."""

    kind: SettingKind
    group: str
    label: str
    hint: str = ""
    name: str = ""
    choices: Mapping[str, str] = attrs.field(factory=dict)
    low: int = 0
    high: int = 0
    step: int = 1
    unit: str = ""

    def accepts(self, value: Any) -> bool:
        """Whether `value` is one this setting can have."""
        if self.kind is SettingKind.FLAG:
            return isinstance(value, bool)
        if self.kind is SettingKind.WHOLE:
            return isinstance(value, int) and not isinstance(value, bool) and self.low <= value <= self.high
        return isinstance(value, str) and (self.kind is SettingKind.LINE or value in self.choices)


def _setting(kind: SettingKind, group: str, label: str, default: Any, **options: Any) -> Any:
    spec = SettingSpec(kind=kind, group=group, label=label, **options)
    return attrs.field(default=default, metadata={"setting": spec})


YOU, LOOK, SAFETY = _("You"), _("Look"), _("Safety")


@attrs.define(kw_only=True)
class Settings:
    """Every setting with its default; changed in place, kept with `save_settings`."""

    author: str = _setting(
        SettingKind.LINE,
        YOU,
        _("Your name"),
        "",
        hint=_("Stands beside every change you make. Empty: the name you log in with."),
    )
    language: str = _setting(
        SettingKind.CHOICE,
        YOU,
        _("Language"),
        "en",
        choices={"en": "English"},
        hint=_("Of the window. Takes effect when Casebook starts again."),
    )
    theme: str = _setting(
        SettingKind.CHOICE,
        LOOK,
        _("Colours"),
        "system",
        choices={"system": _("As the system"), "light": _("Light"), "dark": _("Dark")},
    )
    text_percent: int = _setting(
        SettingKind.WHOLE, LOOK, _("Text size"), 100, low=100, high=200, step=10, unit=_("%")
    )
    reopen: bool = _setting(SettingKind.FLAG, LOOK, _("Open the last library when Casebook starts"), True)
    daily_backup: bool = _setting(
        SettingKind.FLAG,
        SAFETY,
        _("Keep dated backups"),
        True,
        hint=_("A copy is made each day you work, in a folder beside the library; the ten latest stay."),
    )


def setting_specs() -> tuple[SettingSpec, ...]:
    """The declared settings in the order they were written."""
    return tuple(
        attrs.evolve(attribute.metadata["setting"], name=attribute.name)
        for attribute in attrs.fields(Settings)
    )


def load_settings(file: Path) -> Settings:
    """The settings kept in `file`; what is missing, damaged or out of range has its default.

    A file that cannot be read as settings is kept beside it under another name, for it would be written over.
    """
    try:
        kept = json.loads(file.read_text(encoding="utf-8")) if file.stat().st_size <= LARGEST else None
    except OSError:
        return Settings()
    except (ValueError, RecursionError):
        kept = None
    if not isinstance(kept, dict):
        with suppress(OSError):
            file.replace(file.with_name(f"{file.stem}-damaged{file.suffix}"))
        return Settings()
    values = {spec.name: kept[spec.name] for spec in setting_specs() if spec.accepts(kept.get(spec.name))}
    return Settings(**values)


def save_settings(settings: Settings, file: Path) -> None:
    """Keep the settings in `file`, whole or not at all.

    Raises:
        CasebookError: the file cannot be written.
    """
    fresh = file.with_suffix(".new")
    try:
        fresh.write_text(json.dumps(attrs.asdict(settings), indent=1, ensure_ascii=False), encoding="utf-8")
        fresh.replace(file)
    except OSError as error:
        raise CasebookError(
            f"The settings could not be kept ({error.strerror}); they hold until Casebook is closed."
        ) from error
