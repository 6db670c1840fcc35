"""A list of coded values and the few questions it answers. Pure.

VocabularyError
├── UnknownVocabulary   no list of that name in this service
└── InvalidVocabulary   a list contradicts itself; `problems` names every place
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

_CODE = re.compile(r"[a-z0-9]+(_[a-z0-9]+)*")
_HAN = re.compile("[\u3400-\u9fff]")


class VocabularyError(Exception):
    """Anything this module raises."""


class UnknownVocabulary(VocabularyError):
    """No list of that name in this service."""


class InvalidVocabulary(VocabularyError):
    """A list contradicts itself or lacks a name in one of the languages."""

    def __init__(self, problems: Sequence[str]) -> None:
        super().__init__("; ".join(problems))
        self.problems = tuple(problems)


@dataclass(frozen=True, slots=True)
class Entry:
    """One coded value. `source` is the article, `S` for the reform described, or `P` for our own default.

    Both days of its validity are inclusive; None is open. `parent` is a code of the list's parent list.
    """

    code: str
    name_zh: str
    name_en: str
    source: str
    sort: int
    active: bool = True
    valid_from: date | None = None
    valid_to: date | None = None
    parent: str | None = None

    def label(self, language: str) -> str:
        """Return the name in `zh-CN` or `en`; Chinese for any other language."""
        return self.name_en if language == "en" else self.name_zh

    def is_valid(self, on: date) -> bool:
        """Say whether new records of that day may use the code."""
        begun = self.valid_from is None or self.valid_from <= on
        return self.active and begun and (self.valid_to is None or on <= self.valid_to)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """One list, entries in their order. `parents` names the list that `parent` refers to: itself if empty."""

    name: str
    name_zh: str
    name_en: str
    entries: tuple[Entry, ...]
    parents: str = ""

    @property
    def codes(self) -> tuple[str, ...]:
        """Every code of the list in its order, also those that new records may no longer use."""
        return tuple(entry.code for entry in self.entries)

    def get(self, code: str) -> Entry | None:
        """Return an entry, or None when the list has no such code."""
        return next((entry for entry in self.entries if entry.code == code), None)

    def children(self, parent: str) -> tuple[Entry, ...]:
        """Return the entries below a code of the parent list."""
        return tuple(entry for entry in self.entries if entry.parent == parent)


class Vocabularies(Mapping[str, Vocabulary]):
    """All lists of a service by name, checked when built.

    Raises: InvalidVocabulary naming every fault of every list.
    """

    def __init__(self, lists: Iterable[Vocabulary]) -> None:
        found = tuple(lists)
        self._lists = MappingProxyType({one.name: one for one in sorted(found, key=lambda one: one.name)})
        self._entries = {(one.name, entry.code): entry for one in found for entry in one.entries}
        if faults := [fault for one in found for fault in _faults(one, self._lists)]:
            raise InvalidVocabulary(faults)

    def __getitem__(self, name: str) -> Vocabulary:
        """Return a list. Raises: UnknownVocabulary."""
        try:
            return self._lists[name]
        except KeyError:
            raise UnknownVocabulary(name) from None

    def __contains__(self, name: object) -> bool:
        return name in self._lists

    def __iter__(self) -> Iterator[str]:
        return iter(self._lists)

    def __len__(self) -> int:
        return len(self._lists)

    def is_valid(self, name: str, code: str, on: date) -> bool:
        """Say whether a record made on that day may use the code. Raises: UnknownVocabulary."""
        entry = self._entries.get((self[name].name, code))
        return entry is not None and entry.is_valid(on)

    def label(self, name: str, code: str, language: str) -> str:
        """Return the name of a code; the code itself when the list no longer has it.

        Raises: UnknownVocabulary.
        """
        entry = self._entries.get((self[name].name, code))
        return code if entry is None else entry.label(language)


def _faults(one: Vocabulary, lists: Mapping[str, Vocabulary]) -> Iterator[str]:
    if not one.entries:
        yield f"{one.name}: the list is empty"
    for code, count in Counter(entry.code for entry in one.entries).items():
        if count > 1:
            yield f"{one.name}.{code}: twice"
    if one.parents and one.parents not in lists:
        yield f"{one.name}: there is no list {one.parents}"
        return
    parents = {entry.code for entry in (lists[one.parents] if one.parents else one).entries}
    for entry in one.entries:
        if not _CODE.fullmatch(entry.code):
            yield f"{one.name}.{entry.code}: a code is lower_snake_case"
        if not _HAN.search(entry.name_zh) or not entry.name_en.strip() or _HAN.search(entry.name_en):
            yield f"{one.name}.{entry.code}: needs a Chinese and an English name"
        if entry.valid_from and entry.valid_to and entry.valid_to < entry.valid_from:
            yield f"{one.name}.{entry.code}: ends before it begins"
        if (entry.parent is None and one.parents) or entry.parent == entry.code or (
            entry.parent is not None and entry.parent not in parents
        ):  # fmt: skip
            yield f"{one.name}.{entry.code}: no such parent {entry.parent}"
