"""Make a frozen result again, by plain arithmetic and nothing else of this service. Pure.

This module imports nothing of the scoring it checks: it reads the document, follows chapter 8 word by word, and says
where the document's own result differs. Whoever distrusts the service can read it in one sitting.

Rule: chapter 8, points 2 to 4 and 7.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any

CAP = Fraction(699, 10)
GRADES = ((90, "excellent"), (80, "good"), (70, "fair"), (0, "poor"))


def recompute(document: dict[str, Any]) -> tuple[Fraction, str]:
    """Return total and grade of the inputs in a frozen document.

    Raises: ValueError for a formula that is not known here, or when nobody saw anything.
    """
    if document["formula"] != "1":
        raise ValueError(f"formula {document['formula']} is not known")
    gained, possible = Fraction(0), 0
    for item in document["index"]["items"]:
        combined = _combined(document, item)
        if combined is not None:
            gained += combined
            possible += item["points"]
    if not possible:
        raise ValueError("nobody saw anything")
    tenths = (gained * 1000 / possible + Fraction(1, 2)).__floor__()
    total = Fraction(tenths, 10)
    if document["veto"] and total > CAP:
        total = CAP
    return total, next(grade for least, grade in GRADES if total >= least)


def differences(document: dict[str, Any]) -> list[str]:
    """Return the names of what the document says otherwise than its own inputs do."""
    total, grade = recompute(document)
    found = []
    for item, said in zip(document["index"]["items"], document["items"], strict=True):
        combined = _combined(document, item)
        if said["code"] != item["code"] or combined != (said["combined"] and Fraction(said["combined"])):
            found.append(f"items/{item['code']}")
    if total != Fraction(document["total"]):
        found.append("total")
    if grade != document["grade"]:
        found.append("grade")
    return found


def _combined(document: dict[str, Any], item: dict[str, Any]) -> Fraction | None:
    top, bottom = Fraction(0), Fraction(0)
    for source in ("daily", "central"):
        if item["source"] not in (source, "both"):
            continue
        points = _seen(document, item, source)
        if points is not None:
            weight = Fraction(document["weights"][source])
            top, bottom = top + weight * points, bottom + weight
    return top / bottom if bottom else None


def _seen(document: dict[str, Any], item: dict[str, Any], source: str) -> Fraction | None:
    if item["method"] == "ratio":
        for one in document["ratios"]:
            if one["item"] == item["code"] and one["denominator"] > 0:
                share = Fraction(one["numerator"], one["denominator"])
                return Fraction(item["points"]) * max(Fraction(0), min(Fraction(1), share))
        return None
    given = [
        Fraction(one["points"])
        for one in document["marks"]
        if (one["source"], one["item"]) == (source, item["code"]) and one["points"] is not None
    ]
    return sum(given, Fraction(0)) / len(given) if given else None
