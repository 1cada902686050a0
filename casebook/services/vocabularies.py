"""The controlled vocabularies, read from their JSON files."""

import json
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path

from casebook.domain.errors import VocabularyError
from casebook.domain.vocabulary import Vocabularies, Vocabulary, vocabulary_of

LARGEST = 2_000_000
"""Bytes a vocabulary file may have."""


class LateVocabularies(Mapping[str, Vocabulary]):
    """The vocabularies of a folder, read when the first of them is asked for."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @cached_property
    def _read(self) -> Vocabularies:
        return load_vocabularies(self._folder)

    def __getitem__(self, key: str) -> Vocabulary:
        return self._read[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._read)

    def __len__(self) -> int:
        return len(self._read)


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
