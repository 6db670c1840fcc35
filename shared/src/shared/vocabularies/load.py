"""Read the lists of a service: a TOML file for each, named as the list, in the package's `vocabularies`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from shared.vocabularies.lists import Entry, InvalidVocabulary, Vocabularies, Vocabulary

_LIST_KEYS = {"name_zh", "name_en", "parents", "entries"}


@cache
def vocabularies_of(package: str) -> Vocabularies:
    """Return the lists a service ships. Raises: InvalidVocabulary."""
    return load_folder(files(package).joinpath("vocabularies"))


def load_folder(folder: Path | Traversable) -> Vocabularies:
    """Return the lists of a folder; files of other kinds and folders in it are left alone.

    Raises: InvalidVocabulary.
    """
    found = sorted(
        (item for item in folder.iterdir() if item.name.endswith(".toml")), key=lambda item: item.name
    )
    return Vocabularies(
        [read_list(item.name.removesuffix(".toml"), item.read_text("utf-8")) for item in found]
    )


def read_list(name: str, text: str) -> Vocabulary:
    """Read one list. Entries without `sort` keep the order of the file. Raises: InvalidVocabulary."""
    try:
        body = tomllib.loads(text)
        if strange := body.keys() - _LIST_KEYS:
            raise InvalidVocabulary([f"{name}: unknown key {min(strange)}"])
        entries = [_entry(name, position, item) for position, item in enumerate(body["entries"], 1)]
        return Vocabulary(
            name=name,
            name_zh=body["name_zh"],
            name_en=body["name_en"],
            entries=tuple(sorted(entries, key=lambda entry: entry.sort)),
            parents=body.get("parents", ""),
        )
    except tomllib.TOMLDecodeError as error:
        raise InvalidVocabulary([f"{name}: {error}"]) from error
    except KeyError as error:
        raise InvalidVocabulary([f"{name}: {error} is missing"]) from error


def _entry(name: str, position: int, item: Mapping[str, Any]) -> Entry:
    try:
        return Entry(**{"sort": position * 10, **item})
    except TypeError as error:
        raise InvalidVocabulary(
            [f"{name}, entry {position}: {str(error).removeprefix('Entry.__init__() ')}"]
        ) from error
