"""How alike two matters are: the same person reported, and the same facts told. Pure, and explained in words.

A score of 100 is the same; each part says for itself how alike it is, so that an officer can judge by reading.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from operator import add

from rapidfuzz import fuzz

from intake.domain.quotation import bare

WORTH_SHOWING = 45
"""Below this a candidate is noise: two livelihood demands from one street score about 30."""
SAME_PERSON = 80
SHORTEST_FACT = 4
FACTS_SHOWN = 5
SIGNS = "，。；、：！？“”（）,.;:!? "
COMPARED = 2000
"""Signs of a text that are compared: a report tells what it is about before that, and 200 are compared at once."""


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
    """How alike two matters are: whole, by subjects, by facts; `facts` are passages both tell, of what is worth showing."""

    score: int
    subjects: tuple[SubjectLikeness, ...]
    facts_score: int
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Prepared:
    """What a matter tells, ready to be compared with many others."""

    told: Told
    signs: str
    pairs: frozenset[str]


def prepare(told: Told) -> Prepared:
    """Make ready what a matter tells."""
    signs = bare(told.content[: 2 * COMPARED])[:COMPARED]
    return Prepared(told, signs, frozenset(map(add, signs, signs[1:])))


def compare(ours: Told, theirs: Told) -> Likeness:
    """Say how alike two matters are, and by which facts. Rule: R-A2."""
    one, other = prepare(ours), prepare(theirs)
    return explain(likeness(one, other), one, other)


def likeness(ours: Prepared, theirs: Prepared) -> Likeness:
    """Say how alike two matters are. Where both name somebody it takes person and facts; another person halves it.

    The facts both tell are left to `explain`: of many that are compared few are shown.

    Rule: R-A2.
    """
    score = facts_score = round(_facts(ours, theirs))
    subjects = _subjects(ours.told.subjects, theirs.told.subjects)
    if ours.told.subjects and theirs.told.subjects:
        best = max((one.score for one in subjects), default=0)
        score = round((facts_score * best) ** 0.5) if best else facts_score // 2
    return Likeness(score, subjects, facts_score, ())


def explain(found: Likeness, ours: Prepared, theirs: Prepared) -> Likeness:
    """Add the facts both tell, where they are alike enough to be shown."""
    if found.score < WORTH_SHOWING:
        return found
    return replace(found, facts=_passages(ours.told.content, theirs.told.content))


def name_of(text: str) -> str:
    """Return a person's name as it is compared: folded, without signs and the mark of an invented name."""
    return bare(text).replace("化名", "")


def is_one_person(ours: Mapping[str, str], theirs: Mapping[str, str]) -> bool:
    """Say whether two reporters who gave name and telephone are one; without a telephone nobody is taken for another."""
    phones = {bare(one.get("phone") or "") for one in (ours, theirs)}
    return len(phones) == 1 and "" not in phones and name_of(ours["name"]) == name_of(theirs["name"])


def pairs(text: str) -> list[str]:
    """Return the pairs of neighbouring signs of a text, each once, in the order they first stand."""
    return list(dict.fromkeys(one + other for one, other in pairwise(bare(text))))


def _facts(ours: Prepared, theirs: Prepared) -> float:
    """Take the whole as it runs, or how many of the shorter one's pairs the longer one has: it may tell more."""
    shorter = min(len(ours.pairs), len(theirs.pairs))
    shared = 100 * len(ours.pairs & theirs.pairs) / shorter if shorter else 0.0
    return max(fuzz.ratio(ours.signs, theirs.signs), shared)


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
    """Return the longest passages both tell, each as long as it goes on in both; linear in the length of ours."""
    one, other = (unicodedata.normalize("NFKC", text)[:COMPARED] for text in (ours, theirs))
    starts = {other[at : at + SHORTEST_FACT] for at in range(len(other))}
    found, at = [], 0
    while at < len(one):
        end = at + SHORTEST_FACT
        if one[at:end] not in starts:
            at += 1
            continue
        while end < len(one) and one[at : end + 1] in other:
            end += 1
        found.append(one[at:end].strip(SIGNS))
        at = end
    worth = [text for text in dict.fromkeys(found) if len(bare(text)) >= SHORTEST_FACT]
    return tuple(sorted(worth, key=len, reverse=True)[:FACTS_SHOWN])
