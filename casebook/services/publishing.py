"""Publishing as a person asks for it: some cases of a library, in some formats, for one audience."""

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

import attrs

from casebook import paths
from casebook.domain.case import Case
from casebook.domain.errors import NotFoundError
from casebook.domain.fields import Kind
from casebook.domain.own_terms import Additions, overlaid
from casebook.domain.pseudonyms import PSEUDONYM
from casebook.domain.receipt import Receipt
from casebook.domain.records import Record, Sensitivity
from casebook.domain.redaction import redact
from casebook.domain.vocabulary import Vocabularies
from casebook.iso_names import country_name
from casebook.publishing.look import Look
from casebook.publishing.order import (
    Cancelled,
    Materials,
    Order,
    Pages,
    Progress,
    Published,
    as_it_is,
    never,
    quiet,
)
from casebook.publishing.report import publish, typeset
from casebook.publishing.templates import Template, find_templates
from casebook.services.house_style import house_look
from casebook.services.own_terms import additions_in, shipped_vocabularies

if TYPE_CHECKING:
    from casebook.storage.library import Library


NO_FILES: Mapping[str, bytes] = MappingProxyType({})


@attrs.frozen(kw_only=True)
class Manuscript:
    """A case with its attached files, taken out of the library: a value that any thread may publish."""

    case: Case
    files: Mapping[str, bytes] = attrs.field(factory=dict, repr=False)
    """Content of the attached files by digest; what the library does not hold is left out."""
    house: Look = attrs.field(factory=Look)
    """The library's house style."""
    known: tuple[Record, ...] = attrs.field(default=(), repr=False)
    """Shared records of the library that have a pseudonym, whichever case they belong to."""
    terms: Mapping[str, Additions] = attrs.field(factory=dict, repr=False)
    """What the library adds to the vocabularies."""


def take_out(library: "Library", case_id: str) -> Manuscript:
    """The case and its files as the library holds them now.

    Raises:
        NotFoundError: the library has no such case.
        LibraryError: it cannot be read.
    """
    return with_files(library, library.cases.load(case_id))


def with_files(library: "Library", case: Case, known: Mapping[str, bytes] = NO_FILES) -> Manuscript:
    """A case as it is now, saved or not, with its files; those in `known` are not read again.

    Raises:
        LibraryError: a file cannot be read.
    """
    files: dict[str, bytes] = {}
    for key, section in case.declaration.sections.items():
        names = [spec.name for spec in section.fields if spec.kind is Kind.FILE]
        for digest in {getattr(record, name) for record in case.section(key) for name in names} - {""}:
            try:
                files[digest] = known[digest] if digest in known else library.attachments.read(digest)
            except NotFoundError:
                continue
    return Manuscript(
        case=case,
        files=files,
        house=house_look(library),
        known=with_pseudonyms(library),
        terms=additions_in(library),
    )


def with_pseudonyms(library: "Library") -> tuple[Record, ...]:
    """The shared records that have a pseudonym, so that it is used in every case that names them."""
    sections = library.declaration.shared_sections
    named = [spec.key for spec in sections if any(field.name == PSEUDONYM for field in spec.fields)]
    return tuple(record for key in named for record in library.cases.with_field(key, PSEUDONYM))


def reckoned(manuscript: Manuscript, audience: Sensitivity, language: str) -> Receipt:
    """What the audience would not get of this case, before anything is made; pictures are looked at later.

    Raises:
        AudienceError: the case as a whole is marked above the audience.
    """
    _clean, receipt = redact(
        manuscript.case, audience, manuscript.known, lambda code: country_name(code, language)
    )
    return receipt


def preview(
    manuscript: Manuscript | Sequence[Manuscript],
    order: Order,
    cancelled: Cancelled = never,
    translate: Callable[[str], str] = as_it_is,
) -> Pages:
    """The pages that exporting this case as PDF would make, in memory; needs no library and writes no file of its own.

    Several cases are for a template that makes one report of many.

    Raises:
        AudienceError: a case as a whole is marked above the audience.
        NotFoundError: there is no such template.
        PublishError: the report could not be made, or the person stopped.
    """
    manuscripts = (manuscript,) if isinstance(manuscript, Manuscript) else manuscript
    cases = tuple(one.case for one in manuscripts)
    return typeset(cases, order, _materials(manuscripts, translate), cancelled)


def publish_all(
    manuscripts: Sequence[Manuscript],
    order: Order,
    progress: Progress = quiet,
    cancelled: Cancelled = never,
    translate: Callable[[str], str] = as_it_is,
) -> tuple[Published, ...]:
    """Make the reports of several cases, one after the other, or one of all where the template is for many.

    Needs no library. A Word template is tried first, and all are held against the audience. When a later one fails, those
    before it stay.

    Raises:
        AudienceError: a case as a whole is marked above the audience; nothing was written.
        NotFoundError: there is no such template or format; nothing was written.
        PublishError: a report could not be made, or the person stopped.
    """
    from casebook.publishing.template_check import hold_ready

    for manuscript in manuscripts if len(manuscripts) > 1 else ():
        reckoned(manuscript, order.audience, order.language)
    materials = _materials(manuscripts, translate)
    hold_ready(order.template, materials, cancelled)
    if makes_one_of_many(order.template):
        cases = tuple(manuscript.case for manuscript in manuscripts)
        return (publish(cases, order, materials, progress, cancelled),)
    return tuple(
        publish(
            manuscript.case,
            order,
            materials,
            _part(progress, place, len(manuscripts), manuscript.case.title),
            cancelled,
        )
        for place, manuscript in enumerate(manuscripts)
    )


def template_folders() -> tuple[Path, ...]:
    """Where report templates are looked for: the user's own first."""
    return paths.user_templates(), paths.templates()


def templates() -> tuple[Template, ...]:
    """The report templates at hand, by title."""
    return find_templates(template_folders())


def cases_of_each(template: str, case_ids: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """Of which cases each report is made: one of all where the template is for many, else one of each."""
    if case_ids and makes_one_of_many(template):
        return (tuple(case_ids),)
    return tuple((case_id,) for case_id in case_ids)


def makes_one_of_many(name: str) -> bool:
    """Whether one report is made of all the cases together."""
    return any(template.many for template in templates() if template.name == name)


@lru_cache(maxsize=1)
def _shipped() -> Vocabularies:
    return shipped_vocabularies()


def vocabularies_for(manuscripts: Sequence[Manuscript]) -> Vocabularies:
    """The terms as the library has them that these cases were taken out of."""
    return overlaid(_shipped(), manuscripts[0].terms)


def _materials(manuscripts: Sequence[Manuscript], translate: Callable[[str], str]) -> Materials:
    return Materials(
        vocabularies=vocabularies_for(manuscripts),
        resources=paths.resources(),
        template_folders=template_folders(),
        blobs={digest: data for one in manuscripts for digest, data in one.files.items()},
        known=_with_pseudonyms(manuscripts),
        translate=translate,
        style_folders=(paths.user_styles(),),
        house=manuscripts[0].house,
    )


def _with_pseudonyms(manuscripts: Sequence[Manuscript]) -> tuple[Record, ...]:
    """The shared records that have a pseudonym: it holds in every report that is made with them."""
    found = {one.id: one for manuscript in manuscripts for one in manuscript.known}
    for case in (manuscript.case for manuscript in manuscripts):
        for section in case.declaration.shared_sections:
            found |= {one.id: one for one in case.section(section.key) if getattr(one, PSEUDONYM, "").strip()}
    return tuple(found.values())


def _part(progress: Progress, place: int, of: int, title: str) -> Progress:
    """Progress of one report as its part of the whole."""

    def told(share: float, doing: str) -> None:
        progress((place + share) / of, doing if of == 1 else f"{title}: {doing}")

    return told
