"""Reads cases from canonical JSON: what the schema refuses is refused, what a newer version added is kept."""

from pathlib import Path
from typing import Any

from casebook.domain.case import CASE, Case
from casebook.domain.declaration import Declaration
from casebook.domain.errors import FormatError
from casebook.domain.plain import record_of
from casebook.exchange.case_json import BESIDE, CASE_FORMAT, CASES_FORMAT
from casebook.exchange.integrity import check_integrity
from casebook.exchange.json_file import json_of, read_json
from casebook.exchange.schema_check import check_document


def read_file(path: Path, declaration: Declaration = CASE) -> tuple[Case, ...]:
    """The cases in a JSON file: one case, a list of cases, or an object with a list of cases.

    Raises:
        FormatError: the file is refused; `path` of the error names the offending value where there is one.
    """
    return read_documents(read_json(path), declaration)


def read_bytes(data: bytes, declaration: Declaration = CASE) -> tuple[Case, ...]:
    """The cases in a JSON text. Raises as `read_file` does."""
    return read_documents(json_of(data), declaration)


def read_documents(value: Any, declaration: Declaration = CASE) -> tuple[Case, ...]:
    """The cases in a JSON value. Raises as `read_file` does."""
    if isinstance(value, dict) and value.get("format") == CASES_FORMAT:
        return _read_list(value.get("cases"), "cases/", declaration)
    if isinstance(value, list):
        return _read_list(value, "", declaration)
    return (read_document(value, declaration),)


def _read_list(documents: Any, start: str, declaration: Declaration) -> tuple[Case, ...]:
    if not isinstance(documents, list):
        raise FormatError("cases: a list of cases is missing.", "cases")
    cases = []
    for place, document in enumerate(documents):
        try:
            cases.append(read_document(document, declaration))
        except FormatError as error:
            path = f"{start}{place}/{error.path}".rstrip("/")
            told = str(error).removeprefix(f"{error.path}: ")
            raise FormatError(f"{path}: {told}", path) from error
    if len({case.id for case in cases}) != len(cases):
        raise FormatError("Two cases in the file have the same id.")
    return tuple(cases)


def read_document(document: Any, declaration: Declaration = CASE) -> Case:
    """The case in one document. Raises as `read_file` does."""
    _check_format(document)
    check_document(document, declaration)
    inside = document["case"]
    shared = {section.key for section in declaration.shared_sections}
    values: dict[str, Any] = {}
    for key, section in declaration.sections.items():
        held = (document if key in shared else inside).get(key, ())
        where = key if key in shared else f"case/{key}"
        values[key] = tuple(
            _record(section.entry_type, data, f"{where}/{place}") for place, data in enumerate(held)
        )
    beside = {key: value for key, value in document.items() if key not in {"format", "case", *shared}}
    case = _record(declaration.case_type, {**inside, **({BESIDE: beside} if beside else {})}, "case")
    for key, records in values.items():
        case = case.with_section(key, records)
    check_integrity(case)
    return case  # type: ignore[no-any-return]


def _check_format(document: Any) -> None:
    named = document.get("format") if isinstance(document, dict) else None
    if named == CASE_FORMAT:
        return
    name, _, version = named.rpartition("/") if isinstance(named, str) else ("", "", "")
    if name == CASE_FORMAT.rpartition("/")[0] and version.isdecimal():
        raise FormatError(
            "The file was written by a newer version of Casebook; update Casebook first.", "format"
        )
    raise FormatError("The file holds no Casebook case: its “format” is not “casebook.case/1”.", "format")


def _record(record_type: type[Any], data: Any, path: str) -> Any:
    try:
        return record_of(record_type, data)
    except FormatError as error:
        where = f"{path}/{error.path}"
        reason = error.__cause__ or error
        raise FormatError(f"{where}: {str(reason).rstrip('.')}.", where) from error
