"""Who may do what in joint work besides the moves, against a table written by hand."""

from __future__ import annotations

from casework.domain.linkage.permissions import OVERSIGHT, PAPERS, RULES

OFFICERS = "handler office_head stationed_group district_commission town_commission case_reviewer"
HEADS = "office_head deputy_leader principal_leader"
OFFICE = "handler office_head"
HOLDERS = f"{OFFICE} deputy_leader principal_leader stationed_group district_commission"
SPEAKERS = f"{OFFICERS} deputy_leader principal_leader"
TEAM = {"holder": "office_head", "member": OFFICERS}
BY_HAND = {
    "clue:share": {"holder": OFFICE},
    "clue:read": {"shared": OFFICERS},
    "clue:read_papers": {"shared": OFFICERS},
    "linkage_task:create": {"holder": "stationed_group district_commission"},
    "linkage_task:decide_recusal": {"holder": "principal_leader"},
    "secondment:decide_recusal": {"holder": "principal_leader"},
    "linkage_task:read": {
        "holder": HOLDERS, "group": HEADS, "region": HEADS, "consultant": HEADS, "member": OFFICERS,
        "assessor": "case_manager",
    },
    "linkage_task:read_papers": {
        "holder": HOLDERS, "consultant": HEADS, "member": OFFICERS, "assessor": "case_manager",
    },
    "linkage_task:read_calendar": {"holder": f"{OFFICE} deputy_leader principal_leader case_manager"},
    "linkage_task:request_secondment": {"holder": OFFICE},
    "linkage_task:propose_share": {"holder": OFFICE},
    "linkage_task:assign": {"holder": "office_head"},
    "linkage_task:call_consultation": {"holder": "office_head"},
    "linkage_task:read_board": TEAM,
    "linkage_task:write_board": TEAM,
    "linkage_task:log_result": TEAM,
    "linkage_task:read_text": TEAM,
    "linkage_task:read_results": {"holder": HEADS, "member": OFFICERS, "assessor": "case_manager"},
    "linkage_task:count_results": {"holder": f"{HEADS} statistician", "assessor": "case_manager"},
    "secondment:read": {
        "holder": f"{OFFICE} deputy_leader principal_leader", "home_body": HEADS, "seconded": OFFICERS,
    },
    "secondment:read_lent": {"home_body": HEADS},
    "board_task:read": {
        "holder": "office_head", "member": OFFICERS, "assignee": OFFICERS,
        "assigned_body": f"{HEADS} competent_department inspected_organization",
    },
    "share:read": {"holder": f"{OFFICE} deputy_leader principal_leader", "recipient": OFFICERS},
    "share:read_text": {"holder": "office_head", "recipient": OFFICERS},
    "consultation:read": {"holder": "office_head", "participant": SPEAKERS},
}  # fmt: skip
WITH_PAPERS = ("secondment", "board_task", "share", "consultation")


def cells(rules: object) -> dict[str, dict[str, set[str]]]:
    found: dict[str, dict[str, set[str]]] = {}
    for rule in rules:  # type: ignore[attr-defined]
        for capacity in rule.capacities:
            cell = found.setdefault(rule.permission, {}).setdefault(capacity, set())
            cell |= {role.value for role in rule.roles}
    return found


def test_what_no_table_of_moves_says_is_exactly_this() -> None:
    by_hand = {name: {at: set(who.split()) for at, who in each.items()} for name, each in BY_HAND.items()}
    assert cells(RULES) == by_hand


def test_papers_of_the_parts_are_read_by_who_reads_the_parts() -> None:
    of_reading = cells(RULES)
    assert cells(PAPERS) == {f"{name}:read_papers": of_reading[f"{name}:read"] for name in WITH_PAPERS}


def test_glass_is_broken_towards_the_task_and_its_papers_and_never_the_board() -> None:
    opened = {rule.permission for rule in OVERSIGHT if "break_glass" in rule.capacities}
    assert opened == {"linkage_task:read", "linkage_task:read_papers"}
