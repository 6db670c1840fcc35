"""How alike two matters are: the same person reported, and the same facts told. Pure, and explained in words.

A score of 100 is the same; each part says for itself how alike it is, so that an officer can judge by reading.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from rapidfuzz import fuzz

from intake.domain.quotation import bare

WORTH_SHOWING = 45
"""Below this a candidate is noise: two livelihood demands from one street score about 30."""
SAME_PERSON = 80
SHORTEST_FACT = 4
FACTS_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Told:
    """What a matter tells: its text, and whom it is about as (name, organisation)."""

    content: str
    subjects: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class SubjectLikeness:
    """Two people who may be one; `score` is 0 to 100."""

    ours: str
    theirs: str
    score: int


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two matters are: whole, by subjects, by facts; `facts` are passages both tell."""

    score: int
    subjects: tuple[SubjectLikeness, ...]
    facts_score: int
    facts: tuple[str, ...]


def compare(ours: Told, theirs: Told) -> Likeness:
    """Say how alike two matters are. Where both name somebody, another person halves the score of like facts.

    Rule: R-A2.
    """
    facts_score = round(_facts(bare(ours.content), bare(theirs.content)))
    subjects = _subjects(ours.subjects, theirs.subjects)
    score = facts_score
    if ours.subjects and theirs.subjects:
        best = max((one.score for one in subjects), default=0)
        score = round((facts_score + best) / 2) if best else facts_score // 2
    return Likeness(score, subjects, facts_score, _passages(ours.content, theirs.content))


def name_of(text: str) -> str:
    """Return a person's name as it is compared: folded, without signs and the mark of an invented name."""
    return bare(text).replace("化名", "")


def pairs(text: str) -> list[str]:
    """Return the pairs of neighbouring signs of a text, each once, in the order they first stand."""
    return list(dict.fromkeys(one + other for one, other in pairwise(bare(text))))


def _facts(ours: str, theirs: str) -> float:
    """Compare the pairs both tell with those only one tells: whoever tells more of it still tells the same."""
    whole = fuzz.ratio(ours, theirs)
    parts = fuzz.token_set_ratio(" ".join(pairs(ours)), " ".join(pairs(theirs)))
    return max(whole, parts)


def _subjects(
    ours: Sequence[tuple[str, str]], theirs: Sequence[tuple[str, str]]
) -> tuple[SubjectLikeness, ...]:
    found = []
    for name, organisation in ours:
        for other, place in theirs:
            score = fuzz.ratio(name_of(name), name_of(other))
            if organisation and place:
                score = 0.75 * score + 0.25 * fuzz.partial_ratio(name_of(organisation), name_of(place))
            if score >= SAME_PERSON:
                found.append(SubjectLikeness(name, other, round(score)))
    return tuple(sorted(found, key=lambda one: -one.score))


def _passages(ours: str, theirs: str) -> tuple[str, ...]:
    one, other = unicodedata.normalize("NFKC", ours), unicodedata.normalize("NFKC", theirs)
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    found = [one[block.a : block.a + block.size].strip("，。；、：！？,.;:!? ") for block in blocks]
    worth = [text for text in dict.fromkeys(found) if len(bare(text)) >= SHORTEST_FACT]
    return tuple(sorted(worth, key=len, reverse=True)[:FACTS_SHOWN])
