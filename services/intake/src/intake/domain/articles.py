"""Which articles a document names. Rule: 0.3."""

from __future__ import annotations

from datetime import date
from enum import StrEnum, auto
from types import MappingProxyType

from shared.chinese import articles

REPORT_RULES = "《纪检监察机关处理检举控告工作规则》"
PETITIONS, PETITIONS_BEFORE = "《信访工作条例》", "《信访条例》"
PETITIONS_FROM = date(2022, 5, 1)


class Matter(StrEnum):
    """What a document about a demand does."""

    RECEIVE = auto()
    FORWARD = auto()
    ANSWER = auto()
    REVIEW = auto()
    FINAL_REVIEW = auto()


# fmt: off
_ARTICLES: MappingProxyType[Matter, tuple[int, int]] = MappingProxyType({
    #                    2005, 2022
    Matter.RECEIVE:      (21, 22),
    Matter.FORWARD:      (22, 23),
    Matter.ANSWER:       (33, 34),
    Matter.REVIEW:       (34, 35),
    Matter.FINAL_REVIEW: (35, 36),
})
# fmt: on


def petition_basis(matter: Matter, received_on: date) -> str:
    """Return the article on petitions in words, of the text in force when the demand came in."""
    before, now = _ARTICLES[matter]
    return articles((PETITIONS, now) if received_on >= PETITIONS_FROM else (PETITIONS_BEFORE, before))


def report_basis(article: int) -> str:
    """Return an article of the rules on reports in words."""
    return articles((REPORT_RULES, article))
