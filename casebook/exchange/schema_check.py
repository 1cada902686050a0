"""Holds a document against the schema and says in one sentence what is wrong first, and where."""

from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING, Any

from casebook.domain.declaration import Declaration
from casebook.domain.errors import FormatError
from casebook.exchange.json_schema import Schema, schema

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator
    from jsonschema.exceptions import ValidationError

LONGEST = 40
"""Characters of an offending value that are quoted."""

_TYPES = {
    "string": "text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "array": "a list",
    "object": "an object",
}


def check_document(document: Any, declaration: Declaration) -> None:
    """Refuse what the schema refuses.

    Raises:
        FormatError: its sentence begins with the path of the offending value, which `path` holds as well.
    """
    validator = _validator(declaration)
    if validator.is_valid(document):
        return
    error = next(validator.iter_errors(document))
    path = path_of(error.absolute_path)
    raise FormatError(f"{path or 'The file'}: {_sentence(error)}.", path)


def path_of(keys: Iterable[str | int]) -> str:
    """Where a value stands in a document: `case/challenges/0/severity`."""
    return "/".join(str(key) for key in keys)


@cache
def _validator(declaration: Declaration) -> "Draft202012Validator":
    from jsonschema import Draft202012Validator

    whole = schema(declaration)
    # References are followed once, here, not for every value of every case: it saves a fifth.
    return Draft202012Validator(_without_references(whole, whole["$defs"]))


def _without_references(part: Any, definitions: Schema) -> Any:
    if isinstance(part, list):
        return [_without_references(item, definitions) for item in part]
    if not isinstance(part, dict):
        return part
    if "$ref" in part:
        return _without_references(definitions[part["$ref"].rpartition("/")[2]], definitions)
    return {key: _without_references(value, definitions) for key, value in part.items() if key != "$defs"}


def quoted(value: Any) -> str:
    """A value as a sentence may show it."""
    text = f"“{value}”" if isinstance(value, str) else str(value)
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def _sentence(error: "ValidationError") -> str:
    value: Any = error.instance
    limit: Any = error.validator_value
    match error.validator:
        case "maximum":
            return f"{quoted(value)} is more than {limit}"
        case "minimum":
            return f"{quoted(value)} is less than {limit}"
        case "type":
            return f"{quoted(value)} is not {_TYPES[limit]}"
        case "enum":
            return f"{quoted(value)} is none of {', '.join(limit)}"
        case "const":
            return f"{quoted(value)} is not “{limit}”"
        case "required":
            missing = next(key for key in limit if key not in value)
            return f"“{missing}” is missing"
        case "uniqueItems":
            return "the list names something twice"
        case "minLength":
            return "the text is empty"
        case _:
            return f"{quoted(value)} does not have the right form"
