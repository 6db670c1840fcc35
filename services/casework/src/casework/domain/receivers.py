"""Which kinds of organisations a clue may go to, and which organ's ledger it stands in."""

from __future__ import annotations

HANDLING_KINDS = frozenset(
    {
        "supervision_office", "investigation_office", "party_style_office", "cadre_supervision_office",
        "case_review_office", "stationed_group", "dispatched_work_committee",
        "enterprise_school_discipline_body",
    }
)  # fmt: skip
"""Registration, allocation and handling are three different offices. Rule: SoD-3."""

LEDGER_KIND = "case_management_office"
CADRE_SUPERVISION_KIND = "cadre_supervision_office"
COMMISSION_KINDS = frozenset({"city_commission", "district_commission", "town_commission"})
"""Whoever works in an organ of these kinds, or was sent out by it, is own staff. Rule: SoD-5."""
REVIEW_KIND = "case_review_office"
"""The office that reviews what others investigated. Rule: SoD-2, ENF Art 54."""
