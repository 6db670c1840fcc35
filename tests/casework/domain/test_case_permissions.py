"""Who reads cases and appeals, against a table written by hand; moves are in the tables of moves."""

from __future__ import annotations

from casework.domain.appeal_lifecycle import APPEAL
from casework.domain.case_lifecycle import CASE
from casework.domain.case_permissions import CASE_RULES
from shared.auth.roles import Role

BREAKERS = "case_manager handler office_head petition_officer case_reviewer cadre_supervisor"
OVERSEERS = "deputy_leader principal_leader security_officer"
OFFICE = "handler office_head deputy_leader principal_leader"
HOLDERS = f"{OFFICE} cadre_supervisor"
TEAM = "cadre_supervisor handler office_head stationed_group district_commission town_commission"
OTHERS = f"case_reviewer {OFFICE}"
BY_HAND = {
    "case:decide_recusal": {"holder": "principal_leader"},
    "case:read": {
        "holder": HOLDERS, "ledger": "case_manager", "member": TEAM, "review": OTHERS, "authority": OTHERS,
        "appeal": OTHERS, "break_glass": BREAKERS,
    },
    "case:read_papers": {
        "holder": HOLDERS, "member": TEAM, "review": OTHERS, "authority": OTHERS, "appeal": OTHERS,
        "break_glass": BREAKERS,
    },
    "appeal:read": {"holder": OTHERS, "ledger": "case_manager", "break_glass": BREAKERS},
    "appeal:read_papers": {"holder": OTHERS, "break_glass": BREAKERS},
}  # fmt: skip
for name in ("case", "appeal"):
    BY_HAND |= {
        f"{name}:explain_access": {"holder": OVERSEERS},
        f"{name}:read_readers": {"holder": OVERSEERS},
        f"{name}:break_glass": {"holder": BREAKERS},
    }


def test_who_reads_is_exactly_this() -> None:
    moves = {f"{table.name}:{action.value}" for table in (CASE, APPEAL) for action in table.actions}
    found: dict[str, dict[str, set[str]]] = {}
    for rule in CASE_RULES:
        if rule.permission not in moves:
            for capacity in rule.capacities:
                cell = found.setdefault(rule.permission, {}).setdefault(capacity, set())
                cell |= {role.value for role in rule.roles}
    assert found == {
        name: {at: set(who.split()) for at, who in cells.items()} for name, cells in BY_HAND.items()
    }


def test_who_keeps_the_ledger_reads_no_papers() -> None:
    assert not any(
        Role.CASE_MANAGER in rule.roles and "ledger" in rule.capacities
        for rule in CASE_RULES
        if rule.permission.endswith(":read_papers")
    )


def test_who_reviews_makes_no_move_of_the_investigation() -> None:
    moves = {
        rule.permission
        for rule in CASE_RULES
        if Role.CASE_REVIEWER in rule.roles and "review" in rule.capacities
    }
    investigation = {"file", "announce_filing", "approve_plan", "begin_investigation", "change_team", "show_facts",
                     "write_report", "complete_report", "submit_to_review", "reinvestigate", "supplement"}  # fmt: skip
    assert not moves & {f"case:{action}" for action in investigation}
