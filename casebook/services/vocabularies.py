"""The controlled vocabularies, read from their JSON files."""

import json
from pathlib import Path

from casebook.domain.errors import VocabularyError
from casebook.domain.vocabulary import Vocabularies, Vocabulary, vocabulary_of

LARGEST = 2_000_000
"""Bytes a vocabulary file may have."""


def load_vocabularies(folder: Path) -> Vocabularies:
    """Every `*.json` of `folder`, by key.

    Raises:
        VocabularyError: a file cannot be read, is too large, or is not a vocabulary.
    """
    found = (_load(file) for file in sorted(folder.glob("*.json")))
    return {vocabulary.key: vocabulary for vocabulary in found}


def _load(file: Path) -> Vocabulary:
    try:
        if file.stat().st_size > LARGEST:
            raise VocabularyError(f"The vocabulary file “{file.name}” is too large to be one.")
        data = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise VocabularyError(
            f"The vocabulary file “{file.name}” cannot be read; install Casebook again."
        ) from error
    return vocabulary_of(data)
