"""Names of the files a report is written to, and how they get there without ever replacing one."""

import contextlib
import re
import secrets
import shutil
import unicodedata
from pathlib import Path

from casebook.domain.errors import PublishError
from casebook.domain.marking import _
from casebook.publishing.order import Existing

LONGEST_TITLE, LONGEST_REFERENCE = 48, 32
"""Characters of the title and the reference in a file name; each may take twice as many bytes, for a name ends at 255."""
MOST_NUMBERS = 1000
RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\.|$)")

THERE_ALREADY = _(
    "“{}” is there already and was left as it is; choose another folder or let a number be added."
)
CANNOT_WRITE = _(
    "The report could not be written to “{}” ({}); what was there is untouched. Choose another folder."
)
TOO_MANY = _("There are too many files called “{}” already; choose another folder.")


def file_stem(reference: str, title: str, template: str, audience: str) -> str:
    """ "LR-2003-001 liberia-from-ecowas full-report public": readable, and a valid name on every system."""
    parts = (
        _beginning(_plain(reference), LONGEST_REFERENCE),
        _beginning(_plain(title).lower(), LONGEST_TITLE),
        _plain(template),
        audience,
    )
    stem = " ".join(part for part in parts if part)
    return f"report {stem}" if RESERVED.match(stem) else stem


def _beginning(text: str, most: int) -> str:
    return text[:most].encode()[: 2 * most].decode("utf-8", "ignore").strip("-.")


def _plain(text: str) -> str:
    """Letters and digits of any script, joined by hyphens."""
    text = unicodedata.normalize("NFC", text)
    return re.sub(r"[^\w.]+", "-", text, flags=re.UNICODE).strip("-._")


def place(made: Path, folder: Path, name: str, existing: Existing) -> Path:
    """Move a finished file to `folder` under `name`, or under the next free "name (2)".

    Raises:
        PublishError: the name is taken and must not be numbered, or the folder cannot be written to.
    """
    target: Path | None = None
    part = folder / f".{name}.{secrets.token_hex(3)}.part"
    try:
        shutil.copyfile(made, part)
        target = _claimed(folder, name, existing)
        part.replace(target)
    except OSError as error:
        if target is not None:
            with contextlib.suppress(OSError):
                target.unlink()
        raise PublishError(CANNOT_WRITE.format(folder, error.strerror or error)) from error
    finally:
        with contextlib.suppress(OSError):
            part.unlink()
    return target


def _claimed(folder: Path, name: str, existing: Existing) -> Path:
    """An empty file of our own under a free name, so that nobody else's file can be replaced."""
    wanted = folder / name
    for number in range(1, MOST_NUMBERS):
        target = wanted if number == 1 else wanted.with_name(f"{wanted.stem} ({number}){wanted.suffix}")
        try:
            target.touch(exist_ok=False)
        except FileExistsError:
            if existing is Existing.REFUSE:
                raise PublishError(THERE_ALREADY.format(target.name)) from None
            continue
        return target
    raise PublishError(TOO_MANY.format(name))
