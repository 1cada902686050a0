"""Checks that the records of a document hang together: ids, parents and links."""

from collections.abc import Iterator

from casebook.domain.case import ANOTHER_CASE, Case
from casebook.domain.errors import FormatError
from casebook.domain.fields import EVERY_RECORD, field_specs
from casebook.domain.records import Record

Placed = tuple[str, str, Record]
"""A record with its section key ("" for the case) and its path in the document."""


def check_integrity(case: Case) -> None:
    """Refuse a case whose records do not hang together.

    Links to another case are left alone: only the library knows what it holds.

    Raises:
        FormatError: two records share an id, an entry stands in no entry of the right section, or a link
            points to a record the document does not have; `path` names the offending value.
    """
    ids: dict[str, set[str]] = {EVERY_RECORD: set()}
    for key, path, record in _placed(case):
        if record.id in ids[EVERY_RECORD]:
            raise _refused(f"{path}/id", f"“{record.id}” is the id of another record too")
        ids[EVERY_RECORD].add(record.id)
        ids.setdefault(key, set()).add(record.id)
    for key, path, record in _placed(case):
        _check_parent(case, key, path, record, ids)
        _check_links(path, record, ids)


def _placed(case: Case) -> Iterator[Placed]:
    yield "", "case", case
    for key, section in case.declaration.sections.items():
        start = key if section.shared else f"case/{key}"
        for place, record in enumerate(case.section(key)):
            yield key, f"{start}/{place}", record


def _check_parent(case: Case, key: str, path: str, record: Record, ids: dict[str, set[str]]) -> None:
    parent = getattr(record, "parent", None)
    above = case.declaration.sections[key].parent if key else ""
    if above and parent not in ids.get(above, ()):
        raise _refused(f"{path}/parent", f"no entry of “{above}” has the id “{parent}”")
    if parent and not above:
        raise _refused(f"{path}/parent", "entries of this section stand in no other entry")


def _check_links(path: str, record: Record, ids: dict[str, set[str]]) -> None:
    for spec in field_specs(type(record)):
        if not spec.to or spec.to == ANOTHER_CASE:
            continue
        value = getattr(record, spec.name)
        for place, target in enumerate(value if spec.many else (value,)):
            if target is not None and target not in ids.get(spec.to, ()):
                where = f"{path}/{spec.name}/{place}" if spec.many else f"{path}/{spec.name}"
                raise _refused(where, f"the document has no record with the id “{target}” there")


def _refused(path: str, what: str) -> FormatError:
    return FormatError(f"{path}: {what}.", path)
