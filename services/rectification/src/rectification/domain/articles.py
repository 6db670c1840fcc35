"""Which articles a document names. Rule: 0.3, chapter 10."""

from __future__ import annotations

from rectification.domain.recommendation import RecommendationKind
from shared.chinese import articles

WORK_RULES = "《中国共产党纪律检查机关监督执纪工作规则》"
LAW, ITS_REGULATIONS = "《中华人民共和国监察法》", "《中华人民共和国监察法实施条例》"


def recommendation_basis(kind: str, regime: str) -> str:
    """Return in words why there may be such a recommendation: of the Party's rules, or of the law as it then stood."""
    if kind == RecommendationKind.DISCIPLINE:
        return articles((WORK_RULES, 19))
    return articles((LAW, 52 if regime == "2025" else 45))


def escalation_basis(regime: str) -> str:
    """Return in words what follows when a supervisory recommendation is refused without good reason."""
    return articles((LAW, 71 if regime == "2025" else 62))
