"""Which articles a document names, under the texts its matter is handled under. Rule: 0.3."""

from __future__ import annotations

from enum import StrEnum, auto
from types import MappingProxyType

from shared.chinese import articles

LAW = "《中华人民共和国监察法》"
WORK_RULES = "《中国共产党纪律检查机关监督执纪工作规则》"


class Matter(StrEnum):
    """What a document is about."""

    ALLOCATION = auto()
    DISPOSAL = auto()
    TALK = auto()
    INQUIRY = auto()
    VERIFICATION = auto()
    VERIFICATION_REPORT = auto()
    FILING = auto()
    PLAN = auto()
    INVESTIGATION_REPORT = auto()
    REVIEW = auto()
    OUTCOME = auto()
    WITHDRAWAL = auto()
    APPEAL = auto()


# fmt: off
_ARTICLES: MappingProxyType[Matter, tuple[int | None, int | None, int | None]] = MappingProxyType({
    #                           work rules, law of 2018, law as revised
    Matter.ALLOCATION:          (23,   37,   40),
    Matter.DISPOSAL:            (21,   37,   40),
    Matter.TALK:                (27,   19,   19),
    Matter.INQUIRY:             (29,   None, 19),
    Matter.VERIFICATION:        (33,   38,   41),
    Matter.VERIFICATION_REPORT: (35,   38,   41),
    Matter.FILING:              (38,   39,   42),
    Matter.PLAN:                (39,   39,   42),
    Matter.INVESTIGATION_REPORT: (52,  None, None),
    Matter.REVIEW:              (55,   None, None),
    Matter.OUTCOME:             (56,   45,   52),
    Matter.WITHDRAWAL:          (None, 45,   52),
    Matter.APPEAL:              (59,   49,   56),
})
# fmt: on
"""The law of 2018 knows no letter of inquiry."""


def basis(matter: Matter, regime: str) -> str:
    """Return the articles in words: 《…工作规则》第二十九条、《…监察法》第十九条."""
    rules, before, now = _ARTICLES[matter]
    law = before if regime == "2021" else now
    return articles((WORK_RULES, rules), (LAW, law))
