"""Text search in Chinese without a dictionary or extension: single characters and pairs in a `tsvector`.

A search means what a person typed: the text contains these characters in this order. Pairs find candidates
through the GIN index; where pairs could match characters that stand apart, the text is checked as a whole.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from itertools import pairwise

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import TSQUERY, TSVECTOR

_HAN = (
    "\u3005\u3007"  # 々 〇
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003ffff"  # extensions B and later, compatibility supplement
)
_RUNS = re.compile(f"(?P<han>[{_HAN}]+)|(?P<word>[^\\W_{_HAN}]+)")
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff" + "".join(map(chr, range(0xFE00, 0xFE10)))
_ERASED = re.compile(f"[{_INVISIBLE}]")
_WORD_CHARACTERS = 64
"""Longer runs are cut, so that a lexeme never exceeds what PostgreSQL stores."""


@dataclass(frozen=True, slots=True)
class TextQuery:
    """What a person searches for. `lexemes` must all be in the vector; `phrases` must stand in the text."""

    lexemes: tuple[str, ...]
    phrases: tuple[str, ...]

    @property
    def tsquery(self) -> str:
        """The lexemes as the text of a `tsquery`."""
        return " & ".join(f"'{lexeme}'" for lexeme in self.lexemes)

    @property
    def patterns(self) -> tuple[str, ...]:
        """The phrases as `LIKE` patterns; the escape character is the backslash."""
        return tuple(f"%{escape_like(phrase)}%" for phrase in self.phrases)

    def stands_in(self, *texts: str) -> bool:
        """Say whether all of it stands in texts that lie open here, as `matches` says of texts in the database."""
        found = set(lexemes(*texts))
        folded = [normalise(text) for text in texts]
        return found.issuperset(self.lexemes) and all(
            any(phrase in text for text in folded) for phrase in self.phrases
        )


def normalise(text: str) -> str:
    """Fold full-width forms, letter case and invisible characters; what is compared is always folded."""
    return unicodedata.normalize("NFKC", _ERASED.sub("", text)).lower()


def lexemes(*texts: str | None) -> list[str]:
    """Return what to index of one or several texts, sorted and without repeats."""
    found: set[str] = set()
    for text in texts:
        for match in _RUNS.finditer(normalise(text or "")):
            if run := match["han"]:
                found.update(run)
                found.update(first + second for first, second in pairwise(run))
            else:
                found.add(match["word"][:_WORD_CHARACTERS])
    return sorted(found)


def tsvector(*texts: str | None) -> str:
    """Return the text form of the `tsvector` to store for one or several texts.

    Lexemes are letters and digits alone, so quoting them needs no escape.
    """
    return " ".join(f"'{lexeme}'" for lexeme in lexemes(*texts))


def parse(query: str) -> TextQuery | None:
    """Read what a person typed; words apart must all be found. None when there is nothing to look for."""
    wanted: set[str] = set()
    phrases: list[str] = []
    for term in normalise(query).split():
        runs = list(_RUNS.finditer(term))
        for match in runs:
            wanted.update(_needed(match))
        if runs and _pairs_are_not_enough(term, runs):
            phrases.append(term)
    return TextQuery(tuple(sorted(wanted)), tuple(phrases)) if wanted else None


def matches(
    query: TextQuery, vector: sa.ColumnElement[object], *texts: sa.ColumnElement[str | None]
) -> sa.ColumnElement[bool]:
    """Return the condition on a row: its vector holds the lexemes and one of its texts each phrase.

    Without texts (sealed ones) the pairs alone decide, and may find characters that stand apart.
    """
    found = sa.type_coerce(vector, TSVECTOR).bool_op("@@")(sa.cast(sa.cast(query.tsquery, sa.Text), TSQUERY))
    if not texts:
        return found
    checks = [sa.or_(*(_stands_in(text, pattern) for text in texts)) for pattern in query.patterns]
    return sa.and_(found, *checks)


def escape_like(text: str) -> str:
    """Return text that `LIKE` takes literally; the escape character is the backslash."""
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def _needed(match: re.Match[str]) -> set[str]:
    run = match["han"]
    if not run:
        return {match["word"][:_WORD_CHARACTERS]}
    return {first + second for first, second in pairwise(run)} or {run}


def _pairs_are_not_enough(term: str, runs: list[re.Match[str]]) -> bool:
    """Say whether the lexemes could all be present without the term itself."""
    only = runs[0]
    if len(runs) > 1 or only.group() != term:
        return True
    return len(only["han"] or "") > 2 or len(only["word"] or "") > _WORD_CHARACTERS


def _stands_in(text: sa.ColumnElement[str | None], pattern: str) -> sa.ColumnElement[bool]:
    """Compare with the text as stored, and only then with the text folded, which costs ten times as much."""
    plain = sa.func.coalesce(text, "")
    folded = sa.func.lower(
        sa.func.normalize(sa.func.translate(plain, _INVISIBLE, ""), sa.literal_column("NFKC"))
    )
    return sa.or_(plain.like(pattern, escape="\\"), folded.like(pattern, escape="\\"))
