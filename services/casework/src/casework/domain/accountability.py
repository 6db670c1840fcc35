"""How leaders and Party organisations are held to account (追责问责), as lists.

Rule: chapter 16, 18.6; ACC Art 8 for the ways, Arts 17 to 19 for what exempts, lightens and aggravates.
"""

from __future__ import annotations

from enum import StrEnum, auto


class AccountabilityWay(StrEnum):
    """The ways of both lists; a circular is in both. Rule: ACC Art 8."""

    SELF_EXAMINATION = auto()
    CIRCULAR = auto()
    REORGANISATION = auto()
    ADMONITION = auto()
    ORGANISATIONAL_ADJUSTMENT = auto()
    DISCIPLINARY_SANCTION = auto()


class PartyOrgMeasure(StrEnum):
    """What a Party organisation may get by the discipline regulations, lightest first. Rule: DISC Art 9."""

    WRITTEN_INSPECTION = auto()
    CIRCULAR = auto()
    REORGANISATION = auto()
    DISSOLUTION = auto()


class AccountabilityGround(StrEnum):
    """What exempts from accountability, lightens it or makes it heavier (问责情形)."""

    TRIAL_ERROR = auto()
    OBJECTED_TO_DECISION = auto()
    BEYOND_CONTROL = auto()
    DAMAGE_REPAIRED = auto()
    RESPONSIBILITY_TAKEN = auto()
    REPEATED_DEMANDS_IGNORED = auto()
    INVESTIGATION_OBSTRUCTED = auto()


_W, _G = AccountabilityWay, AccountabilityGround

ORGANISATION_WAYS = frozenset({_W.SELF_EXAMINATION, _W.CIRCULAR, _W.REORGANISATION})
LEADER_WAYS = frozenset({_W.CIRCULAR, _W.ADMONITION, _W.ORGANISATIONAL_ADJUSTMENT, _W.DISCIPLINARY_SANCTION})
EXEMPTING = frozenset({_G.TRIAL_ERROR, _G.OBJECTED_TO_DECISION, _G.BEYOND_CONTROL})
"""Rule: ACC Art 17. Whoever is exempted is named in the decision, and gets nothing."""
