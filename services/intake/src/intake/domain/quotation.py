"""Does one text quote another? Twelve characters in a row, spaces and punctuation left out, are a quotation."""

from __future__ import annotations

import re
import unicodedata

from shared.lifecycle import Guard

LONGEST_SHARED = 11
SHORTEST_REPORT = 4
"""Of a report of fewer signs than twelve the whole is a quotation; of fewer than this, nothing is."""

_DOES_NOT_COUNT = re.compile(r"[\W_]+")

is_own_words = Guard("report_is_quoted", lambda f: not f.is_quoted)
"""What leaves the house is written in the house's own words. Rule: 1.4 point 5, C-3."""


def quotes(leaving: str, report: str) -> bool:
    """Say whether 12 consecutive letters, digits or characters of `report` stand in `leaving`."""
    ours, theirs = bare(leaving), bare(report)
    length = min(LONGEST_SHARED + 1, len(theirs))
    if length < SHORTEST_REPORT:
        return False
    shorter, longer = sorted((ours, theirs), key=len)
    parts = {longer[i : i + length] for i in range(len(longer) - length + 1)}
    return any(shorter[i : i + length] in parts for i in range(len(shorter) - length + 1))


def bare(text: str) -> str:
    """Return the signs of a text that count: letters, digits and characters, width and case folded."""
    return _DOES_NOT_COUNT.sub("", unicodedata.normalize("NFKC", text).casefold())
