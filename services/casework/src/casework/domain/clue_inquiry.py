"""May anybody hold something on a subject? What such a question is for, and all it is ever answered.

Rule: C2; peers 11; T29.
"""

from __future__ import annotations

from enum import StrEnum, auto


class InquiryPurpose(StrEnum):
    """Why somebody asks (查询目的)."""

    ALLOCATION = auto()
    ASSESSMENT = auto()
    VERIFICATION = auto()
    LINKAGE = auto()
    INTEGRITY_OPINION = auto()


class InquiryAnswer(StrEnum):
    """`yes`: the asker can see it; `contact_owner`: somebody else holds it; `no`: nobody does, or it is not for them.

    Who must keep away from a clue, its subject first of all, is answered as if there were none.
    """

    YES = auto()
    CONTACT_OWNER = auto()
    NO = auto()
