"""Names of files as a person has them: a pattern with fields in braces, made into a name that is valid everywhere."""

import re
import unicodedata
from collections.abc import Mapping
from types import MappingProxyType

from casebook.domain.errors import PublishError
from casebook.domain.marking import _
from casebook.publishing.file_names import RESERVED, file_stem
from casebook.publishing.order import Order
from casebook.publishing.report_facts import ReportFacts
from casebook.publishing.templates import Template

FIELDS = MappingProxyType(
    {
        "reference": _("Reference of the case"),
        "title": _("Title of the case"),
        "report": _("Name of the report"),
        "audience": _("Audience"),
        "date": _("Day of the export"),
        "language": _("Language"),
    }
)
"""What a pattern of file names may say in braces."""
SUGGESTED = "{reference} {title} – {report} ({audience})"
LONGEST_PATTERN, LONGEST_STEM = 200, 190
"""Letters of a pattern; bytes of a name, which ends at 255 with a number, an ending, and what marks it as unfinished."""
_FIELD = re.compile(r"\{([^{}]*)\}")

NO_FIELD = _("“{{{}}}” is no field of a file name; nothing was written. The fields are {}.")


def stem_of(pattern: str, words: Mapping[str, str]) -> str:
    """The name that a pattern makes with these words for its fields: valid on every system, never empty.

    Raises:
        PublishError: the pattern names a field that is none.
    """
    check_pattern(pattern)
    stem, room = _filled(pattern, words, LONGEST_STEM), LONGEST_STEM
    # The longest words give way first, so that what stands at the end of the pattern is not cut off.
    while len(stem.encode()) > LONGEST_STEM and room > 0:
        room = max(0, room - 8)
        stem = _filled(pattern, words, room)
    stem = _cut(stem, LONGEST_STEM).rstrip(" .")
    return f"report {stem}".strip() if RESERVED.match(stem) or not stem else stem


def _filled(pattern: str, words: Mapping[str, str], room: int) -> str:
    return _tidy(_FIELD.sub(lambda found: _cut(words.get(found[1], ""), room), pattern[:LONGEST_PATTERN]))


def _tidy(text: str) -> str:
    """Without signs that some system forbids in a name, and without brackets and dashes around nothing."""
    text = unicodedata.normalize("NFC", text)
    text = "".join(" " if sign.isspace() else sign for sign in text)
    text = "".join(sign for sign in text if not unicodedata.category(sign).startswith("C"))
    text = re.sub(r"""[<>:"/\\|?*]+""", "-", text)
    text = re.sub(r"\(\s*\)|\[\s*\]", "", text)
    return re.sub(r"\s+", " ", text).strip(" .-–_")


def _cut(text: str, most: int) -> str:
    return text.encode("utf-8", "ignore")[:most].decode("utf-8", "ignore").strip()


def stem_for(facts: ReportFacts, template: Template, order: Order) -> str:
    """The name, without its ending, of the files of a report."""
    if not order.file_name.strip():
        title = facts.title if facts.title != facts.kind else ""
        return file_stem(facts.reference, title, template.name, order.audience.key)
    words = {
        "reference": facts.reference,
        "title": facts.title,
        "report": facts.kind,
        "audience": facts.audience,
        "date": facts.day.isoformat(),
        "language": facts.language,
    }
    return stem_of(order.file_name, words)


def check_pattern(pattern: str) -> None:
    """Whether a pattern can be used.

    Raises:
        PublishError: it names a field that is none.
    """
    unknown = [name for name in _FIELD.findall(pattern) if name not in FIELDS]
    if unknown:
        raise PublishError(NO_FIELD.format(unknown[0][:40], ", ".join(f"{{{name}}}" for name in FIELDS)))
