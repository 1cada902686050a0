"""A comparison out of the app: as a paper through the chain that makes reports, and as a workbook."""

import hashlib
import tempfile
from collections.abc import Callable
from pathlib import Path

import attrs

from casebook.domain.comparison_filters import only_differences
from casebook.domain.errors import PublishError
from casebook.domain.joint_redaction import joined
from casebook.domain.marking import _
from casebook.domain.synthesis import Synthesis
from casebook.exchange.comparison_workbook import comparison_grids
from casebook.exchange.grid_files import xlsx_bytes
from casebook.publishing.file_names import CANNOT_WRITE, file_stem, place
from casebook.publishing.order import (
    STOPPED,
    Cancelled,
    Existing,
    Order,
    Progress,
    PublishCancelledError,
    Published,
    as_it_is,
    never,
    quiet,
)
from casebook.services.comparing import compare, usual_wording
from casebook.services.publishing import Manuscript, publish_all

TEMPLATE = "comparison-paper"
WORKBOOK = "xlsx"
FORMATS = ("docx", "pdf", "html", WORKBOOK)
"""What a comparison is offered as."""
PART_OF_WORKBOOK = 0.1
"""Of the whole work, for the bar that shows how far it is."""
UNKNOWN = _("A comparison is written as {}; give “{}” one of these endings. Nothing was written.")
NO_FORMATS = _("Choose at least one format; nothing was written.")


@attrs.frozen(kw_only=True)
class ComparisonWish:
    """What is to be made of a comparison: values only, so that any thread can make it.

    `order` says for whom, in which formats ("xlsx" among them) and where; its template does not matter.
    """

    manuscripts: tuple[Manuscript, ...]
    synthesis: Synthesis
    order: Order


def export_comparison(
    wish: ComparisonWish,
    progress: Progress = quiet,
    cancelled: Cancelled = never,
    translate: Callable[[str], str] = as_it_is,
) -> Published:
    """Write the paper and the workbook; all is made before the first file is put in its place.

    Raises:
        AudienceError: a case as a whole is marked above the audience; nothing was written.
        PublishError: it could not be made or written, or the person stopped; no half-written file stays.
    """
    synthesis = wish.synthesis
    named = attrs.evolve(wish.order, template=TEMPLATE, synthesis=synthesis, title=synthesis.name)
    with tempfile.TemporaryDirectory(prefix="casebook-") as folder:
        inside = attrs.evolve(named, folder=Path(folder), file_name="")
        made = _made(attrs.evolve(wish, order=inside), progress, cancelled, translate)
        if cancelled():
            raise PublishCancelledError(STOPPED)
        stem = file_stem("", synthesis.name or _references(wish), TEMPLATE, wish.order.audience.key)
        return _placed(made, wish.order.folder, stem, wish.order.existing)


def export_to(wish: ComparisonWish, file: Path) -> Published:
    """Write one file under just this name; its ending says the format.

    Raises:
        PublishError: there is such a file, the ending is unknown, or as `export_comparison`.
    """
    form = file.suffix.lower().removeprefix(".")
    if form not in FORMATS:
        raise PublishError(UNKNOWN.format(", ".join(FORMATS), file.name))
    with tempfile.TemporaryDirectory(prefix="casebook-") as folder:
        order = attrs.evolve(wish.order, formats=(form,), folder=Path(folder), existing=Existing.NUMBER)
        made = export_comparison(attrs.evolve(wish, order=order))
        return _placed(made, file.parent, file.stem, Existing.REFUSE)


def _made(
    wish: ComparisonWish, progress: Progress, cancelled: Cancelled, translate: Callable[[str], str]
) -> Published:
    order = wish.order
    on_paper = tuple(form for form in order.formats if form != WORKBOOK)
    published: Published | None = None
    if on_paper:
        share = 1 - PART_OF_WORKBOOK if WORKBOOK in order.formats else 1.0
        (published,) = publish_all(
            wish.manuscripts,
            attrs.evolve(order, formats=on_paper),
            lambda done, doing: progress(done * share, doing),
            cancelled,
            translate,
        )
    if WORKBOOK not in order.formats:
        if published is None:
            raise PublishError(NO_FORMATS)
        return published
    comparison = compare(
        [one.case for one in wish.manuscripts],
        attrs.evolve(usual_wording(language=order.language), translate=translate),
        order.audience,
        wish.synthesis.decisions,
    )
    shown = only_differences(comparison) if order.only_differences else comparison
    book = order.folder / f"comparison.{WORKBOOK}"
    book.write_bytes(xlsx_bytes(comparison_grids(shown, wish.synthesis)))
    receipts = [receipt for receipt in comparison.receipts if receipt is not None]
    files = (*(published.files if published else ()), book)
    return Published(
        files=files,
        notices=published.notices if published else (),
        receipt=published.receipt if published else joined(receipts, order.audience),
        digests=tuple(hashlib.sha256(file.read_bytes()).hexdigest() for file in files),
    )


def _placed(made: Published, folder: Path, stem: str, existing: Existing) -> Published:
    """The files under their names in `folder`: all of them, or none."""
    files: list[Path] = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for file in made.files:
            files.append(place(file, folder, stem + file.suffix, existing))
    except OSError as error:
        raise PublishError(CANNOT_WRITE.format(folder, error.strerror or error)) from error
    except PublishError:
        for file in files:
            file.unlink(missing_ok=True)
        raise
    return attrs.evolve(made, files=tuple(files))


def _references(wish: ComparisonWish) -> str:
    return " ".join(one.case.ref_code or one.case.title for one in wish.manuscripts)
