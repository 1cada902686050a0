"""What is kept of an export: its record in the library, and the receipt as JSON."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from casebook.domain.case import Case
from casebook.domain.errors import PublishError
from casebook.domain.marking import _
from casebook.domain.receipt_words import counts_by_kind
from casebook.publishing.order import Order, Published

if TYPE_CHECKING:
    from casebook.storage.exports import Export
    from casebook.storage.library import Library

VERSION = 1
"""Of the receipt's form."""
THERE_ALREADY = _(
    "“{}” is there already and was left as it is; nothing was exported. Choose another name for the receipt."
)
NOT_WRITTEN = _("The reports are written, but the receipt could not be kept as “{}” ({}).")


@attrs.frozen(kw_only=True)
class Exported:
    """One report as it was published, of one case or of several."""

    cases: tuple[Case, ...]
    order: Order
    published: Published


def record(library: "Library", exported: Exported) -> "list[Export]":
    """Note in the library what left it, for each case of the report.

    Raises:
        LibraryError: the library is open for reading only, or cannot be written.
    """
    from casebook.storage.exports import Export, ExportedFile

    made = exported.published
    files = tuple(
        ExportedFile(name=path.name, digest=digest, folder=str(path.parent.absolute()))
        for path, digest in zip(made.files, made.digests, strict=True)
    )
    return [
        library.exports.record(
            Export(
                case_id=case.id,
                ref_code=case.ref_code,
                title=case.title,
                audience=exported.order.audience.key,
                template=exported.order.template,
                formats=exported.order.formats,
                files=files,
                withheld=counts_by_kind(made.receipt),
            )
        )
        for case in exported.cases
    ]


def receipt_of(exports: Sequence[Exported], who: str, at: datetime | None = None) -> dict[str, Any]:
    """The receipt of an export, for programs; it says where something was withheld, never what."""
    return {
        "receipt": VERSION,
        "made_at": (at or datetime.now(UTC)).isoformat(timespec="seconds"),
        "who": who,
        "reports": [_one(exported) for exported in exports],
    }


def _one(exported: Exported) -> dict[str, Any]:
    order, made = exported.order, exported.published
    receipt = made.receipt
    return {
        "cases": [{"id": case.id, "reference": case.ref_code} for case in exported.cases],
        "audience": receipt.audience.key,
        "template": order.template,
        "files": [
            {"name": path.name, "sha256": digest}
            for path, digest in zip(made.files, made.digests, strict=True)
        ],
        "counts": counts_by_kind(receipt),
        "withheld": [
            {
                "what": item.what.value,
                "reason": item.reason.value,
                "section": item.section or "case",
                "record": item.record_id,
                "field": item.field,
            }
            for item in receipt.items
        ],
        "still_named": [
            {"section": one.section or "case", "record": one.record_id, "field": one.field}
            for one in receipt.named
        ],
    }


def refuse_taken(file: Path) -> None:
    """Before anything is exported.

    Raises:
        PublishError: there is such a file.
    """
    if file.exists():
        raise PublishError(THERE_ALREADY.format(file.name))


def write_receipt(receipt: dict[str, Any], file: Path) -> None:
    """Write a receipt to a file that is not there yet.

    Raises:
        PublishError: there is such a file, or it cannot be written.
    """
    text = json.dumps(receipt, ensure_ascii=False, indent=2) + "\n"
    try:
        with file.open("x", encoding="utf-8") as opened:
            opened.write(text)
    except OSError as error:
        raise PublishError(NOT_WRITTEN.format(file.name, error.strerror or error)) from error
