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
from casebook.domain.redaction import redact
from casebook.domain.vocabulary import Vocabularies
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
from casebook.services.vocabularies import load_vocabularies

if TYPE_CHECKING:
    from casebook.storage.library import Library


NO_FILES: Mapping[str, bytes] = MappingProxyType({})


@attrs.frozen(kw_only=True)
class Manuscript:
    """A case with its attached files, taken out of the library: a value that any thread may publish."""

    case: Case
    files: Mapping[str, bytes] = attrs.field(factory=dict, repr=False)
    """Content of the attached files by digest; what the library does not hold is left out."""


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
    return Manuscript(case=case, files=files)


def preview(
    manuscript: Manuscript,
    order: Order,
    cancelled: Cancelled = never,
    translate: Callable[[str], str] = as_it_is,
) -> Pages:
    """The pages that exporting this case as PDF would make, in memory; needs no library and writes no file of its own.

    Raises:
        AudienceError: the case as a whole is marked above the audience.
        NotFoundError: there is no such template.
        PublishError: the report could not be made, or the person stopped.
    """
    return typeset(manuscript.case, order, _materials(manuscript, translate), cancelled)


def publish_all(
    manuscripts: Sequence[Manuscript],
    order: Order,
    progress: Progress = quiet,
    cancelled: Cancelled = never,
    translate: Callable[[str], str] = as_it_is,
) -> tuple[Published, ...]:
    """Make the reports of several cases, one after the other; needs no library.

    A Word template is tried first, and all are held against the audience. When a later one fails, those before it stay.

    Raises:
        AudienceError: a case as a whole is marked above the audience; nothing was written.
        NotFoundError: there is no such template or format; nothing was written.
        PublishError: a report could not be made, or the person stopped.
    """
    from casebook.publishing.template_check import hold_ready

    for manuscript in manuscripts:
        redact(manuscript.case, order.audience)
        hold_ready(order.template, _materials(manuscript, translate), cancelled)
    return tuple(
        publish(
            manuscript.case,
            order,
            _materials(manuscript, translate),
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


@lru_cache(maxsize=2)
def _vocabularies(folder: Path) -> Vocabularies:
    return load_vocabularies(folder)


def _materials(manuscript: Manuscript, translate: Callable[[str], str]) -> Materials:
    return Materials(
        vocabularies=_vocabularies(paths.resources() / "vocabularies"),
        resources=paths.resources(),
        template_folders=template_folders(),
        blobs=manuscript.files,
        translate=translate,
    )


def _part(progress: Progress, place: int, of: int, title: str) -> Progress:
    """Progress of one report as its part of the whole."""

    def told(share: float, doing: str) -> None:
        progress((place + share) / of, doing if of == 1 else f"{title}: {doing}")

    return told
