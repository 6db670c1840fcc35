"""Is a submission about a principal leader of the organ it came to, or of one above it? Then nobody there reads it.

Rule: SoD-5, RPT Art 15, T28.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping

WORDS_OF_A_COMMISSION = ("纪委", "监委", "纪检", "监察", "书记", "主任")


def plain(name: str) -> str:
    """Return a name as it is compared: widths folded, spaces and marks left out."""
    return "".join(sign for sign in unicodedata.normalize("NFKC", name).casefold() if sign.isalnum())


def names_a_leader_of(
    here: str, subjects: Iterable[Mapping[str, str]], leaders: Mapping[str, frozenset[str]]
) -> bool:
    """Say whether a subject bears the name of a principal leader of `here`, or of an organ above it.

    `leaders` are organs' paths by plain name. Somebody of the same name in another trade is told apart by unit and
    post, where they are given; without them the name is enough, for what goes up by mistake comes back.
    """
    return any(
        here == organ or here.startswith(f"{organ}:")
        for subject in subjects
        if _may_be_of_a_commission(subject)
        for organ in leaders.get(plain(subject["name"]), ())
    )


def _may_be_of_a_commission(subject: Mapping[str, str]) -> bool:
    told = subject.get("organisation", "") + subject.get("position", "")
    return not told or any(word in told for word in WORDS_OF_A_COMMISSION)
