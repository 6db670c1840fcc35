"""Reference lists as data: read from TOML when a service starts, checked, then frozen. Rule: 18."""

from shared.vocabularies.lists import (
    Entry,
    InvalidVocabulary,
    UnknownVocabulary,
    Vocabularies,
    Vocabulary,
)
from shared.vocabularies.load import load_folder, vocabularies_of

__all__ = [
    "Entry",
    "InvalidVocabulary",
    "UnknownVocabulary",
    "Vocabularies",
    "Vocabulary",
    "load_folder",
    "vocabularies_of",
]
