"""A build: a named choice of everything a report is made with, kept to be used again."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import attrs
from cattrs import BaseValidationError, Converter

from casebook.domain.records import Sensitivity
from casebook.publishing.look import Look
from casebook.publishing.order import Order
from casebook.publishing.templates import Template

NOTHING: Mapping[str, Any] = MappingProxyType({})
USUAL_FORMATS = ("pdf", "docx")
HOUSE, PLAIN = "", "plain"
"""Whose look a build has: that of the library's house style, or Casebook's own."""


@attrs.frozen(kw_only=True)
class Build:
    """`id` is empty while it is not kept; an empty language is the reader's, an empty folder the one last used."""

    id: str = ""
    name: str = ""
    template: str = "full-report"
    audience: Sensitivity = Sensitivity.PUBLIC
    formats: tuple[str, ...] = USUAL_FORMATS
    sections: tuple[str, ...] = ()
    """Keys of parts and sections that come first, in this order."""
    left_out: tuple[str, ...] = ()
    """Keys of parts and sections that are not printed."""
    language: str = ""
    look: str = HOUSE
    citation_style: str = ""
    """Key of a citation style; empty for that of the look."""
    folder: str = ""
    file_name: str = ""
    receipt_page: bool = False
    more: Mapping[str, Any] = attrs.field(default=NOTHING, converter=dict, repr=False)
    """What another version has written and this one does not know; kept, and written again."""

    def order(self, folder: Path, language: str) -> Order:
        """What it asks for; `folder` and `language` stand in where it names none."""
        return Order(
            folder=Path(self.folder).expanduser() if self.folder else folder,
            template=self.template,
            formats=self.formats,
            audience=self.audience,
            language=self.language or language,
            look=Look() if self.look == PLAIN else None,
            citation_style=self.citation_style,
            sections=self.sections,
            left_out=self.left_out,
            file_name=self.file_name,
            receipt_page=self.receipt_page,
        )


def first_build(template: Template) -> Build:
    """The build a report has until somebody changes it: in the usual formats, or in the one it is made for first."""
    offered = template.formats or USUAL_FORMATS
    usual = tuple(key for key in USUAL_FORMATS if key in offered)
    formats = usual if offered[0] in USUAL_FORMATS else offered[:1]
    return Build(name=template.title, template=template.name, formats=formats)


def build_body(build: Build) -> dict[str, Any]:
    """The build as JSON; its id and name are kept beside it."""
    body: dict[str, Any] = _converter().unstructure(build)
    for beside in ("id", "name", "more"):
        del body[beside]
    return {**build.more, **body}


def build_from(body: Mapping[str, Any], *, build_id: str = "", name: str = "") -> Build:
    """The build that JSON describes; a value that cannot be understood is left at what it usually is."""
    converter, values = _converter(), dict(body)
    known: dict[str, Any] = {}
    for attribute in attrs.fields(Build):
        if attribute.name not in values or attribute.name in {"id", "name", "more"}:
            continue
        value = values.pop(attribute.name)
        try:
            known[attribute.name] = converter.structure(value, attribute.type or object)
        except (BaseValidationError, TypeError, ValueError, KeyError):
            continue
    for beside in ("id", "name", "more"):
        values.pop(beside, None)
    return Build(id=build_id, name=name, more=values, **known)


def _converter() -> Converter:
    converter = Converter(detailed_validation=False)
    converter.register_unstructure_hook(Sensitivity, lambda level: level.key)
    converter.register_structure_hook(Sensitivity, lambda key, _type: Sensitivity.of(_text(key, str)))
    converter.register_structure_hook(str, _text)
    converter.register_structure_hook(bool, _flag)
    converter.register_structure_hook_func(lambda kind: kind == tuple[str, ...], _texts)
    return converter


def _text(value: object, _type: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _flag(value: object, _type: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError(value)
    return value


def _texts(value: object, _type: object) -> tuple[str, ...]:
    if not isinstance(value, list | tuple):
        raise TypeError(value)
    return tuple(_text(part, str) for part in value)
