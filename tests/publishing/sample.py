"""The sample cases and the materials of a report, read from their sources without a library."""

import hashlib
import json

from casebook import paths
from casebook.domain.case import CASE, Case
from casebook.domain.plain import record_of
from casebook.domain.vocabulary import Vocabularies, vocabulary_of
from casebook.publishing.order import Materials
from casebook.publishing.templates import find_template


def sample_case(name: str) -> Case:
    """The case in `resources/sample/name.json`."""
    data = json.loads((paths.resources() / "sample" / f"{name}.json").read_text(encoding="utf-8"))
    case = record_of(Case, data["case"])
    for key, spec in CASE.sections.items():
        rows = (data if spec.shared else data["case"]).get(key, [])
        case = case.with_section(key, tuple(record_of(spec.entry_type, row) for row in rows))
    return case


def vocabularies() -> Vocabularies:
    """Every vocabulary, as shipped."""
    files = sorted((paths.resources() / "vocabularies").glob("*.json"))
    return {file.stem: vocabulary_of(json.loads(file.read_text(encoding="utf-8"))) for file in files}


FULL = find_template("full-report", [paths.templates()]).formats
"""The formats of the full report."""


def sample_materials() -> Materials:
    """What a report of a sample case is made from."""
    files = [path.read_bytes() for path in (paths.resources() / "sample" / "files").iterdir()]
    return Materials(
        vocabularies=vocabularies(),
        resources=paths.resources(),
        template_folders=(paths.templates(),),
        blobs={hashlib.sha256(data).hexdigest(): data for data in files},
    )
