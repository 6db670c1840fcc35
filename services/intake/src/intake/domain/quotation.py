"""Does one text quote another? Twelve characters in a row, spaces and punctuation left out, are a quotation."""

from __future__ import annotations

LONGEST_SHARED = 11


def quotes(leaving: str, report: str) -> bool:
    """Say whether 12 consecutive letters, digits or characters of `report` stand in `leaving`."""
    length = LONGEST_SHARED + 1
    ours, theirs = _bare(leaving), _bare(report)
    shorter, longer = sorted((ours, theirs), key=len)
    parts = {longer[i : i + length] for i in range(len(longer) - length + 1)}
    return any(shorter[i : i + length] in parts for i in range(len(shorter) - length + 1))


def _bare(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isalnum())
