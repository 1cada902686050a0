"""What has to be known of a library to understand a list: its records, its references, the words it uses."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from casebook.domain.case import Case
from casebook.domain.vocabulary import Vocabularies
from casebook.domain.wording import Wording
from casebook.services.lists.names import Names
from casebook.services.lists.records import Records
from casebook.services.lists.values import Understanding

if TYPE_CHECKING:
    from casebook.storage.library import Library


@attrs.frozen(kw_only=True)
class Knowledge:
    """A snapshot: what comes into the library afterwards is not in it."""

    understanding: Understanding
    references: frozenset[str]
    """References that cases have already, those in the Trash too."""


def knowledge_of(
    library: Library,
    vocabularies: Vocabularies,
    case: Case | None = None,
    wording: Wording | None = None,
) -> Knowledge:
    """Read it from the library; with `case`, which is to take entries in, what is in that case counts too."""
    shared = {
        section.key: library.cases.with_field(section.key, section.summary.name)
        for section in library.declaration.shared_sections
    }
    references = library.cases.references()
    records = Records(library.declaration, shared, references, case, wording)
    return Knowledge(
        understanding=Understanding(Names(vocabularies), records), references=frozenset(references)
    )
