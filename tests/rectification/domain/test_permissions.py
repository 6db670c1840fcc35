"""The permissions that no lifecycle table says, against a table written by hand."""

from __future__ import annotations

from rectification.domain.permissions import PERMISSIONS, TABLES
from shared.auth.roles import Role

OFFICE = "inspection_office office_head deputy_leader principal_leader"
BOTH = "handler organization_department"
SUPERVISORS = f"{BOTH} office_head"
BODIES = f"inspection_office {BOTH} office_head deputy_leader principal_leader"
OWNERS = "inspected_organization competent_department"
DRAFTERS = "handler office_head deputy_leader principal_leader"
INSIDE = f"{OFFICE} standing_committee inspection_leading_group"
BY_HAND = {
    **{
        f"evaluation:{action}": {"holder": INSIDE, "evaluating": "evaluator", "supervising": BOTH}
        for action in ("read_history", "read_marks")
    },
    **{
        f"evaluation:{action}": {
            "holder": INSIDE,
            "evaluating": "evaluator",
            "supervising": BOTH,
            "inspected": "inspected_organization",
        }
        for action in ("read", "recompute")
    },
    "evaluation:open_survey": {"holder": "inspection_office"},
    "evaluation:confirm_many": {"holder": INSIDE},
    "inspected_organization:read_handling": {
        "holder": "inspection_office office_head deputy_leader principal_leader",
        "supervising": BOTH,
    },
    "evaluation:rank": {"holder": INSIDE, "supervising": BOTH},
    "evaluation_index:import": {"holder": "inspection_office"},
    "evaluation:read_clue_items": {"holder": INSIDE, "supervising": "handler"},
    "follow_up:read": {"holder": INSIDE, "inspected": "inspected_organization", "supervising": BOTH},
    "audit:read": {"holder": "auditor"},
    "inspection_round:create": {"holder": "inspection_office"},
    "inspection_round:add_organization": {"holder": "inspection_office"},
    "inspection_round:read": {"holder": OFFICE},
    "inspected_organization:read": {
        "holder": OFFICE,
        "inspected": "inspected_organization",
        "supervising": SUPERVISORS,
    },
    "inspected_organization:count": {
        "holder": f"{OFFICE} statistician",
        "inspected": "inspected_organization",
        "supervising": SUPERVISORS,
    },
    "inspected_organization:list_clue": {"holder": "inspection_office"},
    **{
        f"inspected_organization:{action}": {"holder": "inspection_office", "supervising": BOTH}
        for action in ("plan_measure", "check", "consult", "hand_over_material")
    },
    "rectification_item:read": {"holder": OFFICE, "inspected": OWNERS, "supervising": SUPERVISORS},
    "rectification_item:read_text": {"holder": OFFICE, "inspected": OWNERS, "supervising": SUPERVISORS},
    "rectification_item:register_system": {"inspected": OWNERS},
    "transferred_clue:read": {"holder": OFFICE, "receiving": "case_manager"},
    "transferred_clue:read_subjects": {"holder": ""},
    "transferred_clue:read_text": {"handling": "cadre_supervisor handler office_head"},
    "joint_review:read": {"holder": OFFICE, "supervising": SUPERVISORS},
    "planned_measure:read": {"holder": BODIES, "coordinating": "inspection_office"},
    "special_check:create": {"holder": f"inspection_office {BOTH}"},
    "special_check:read": {"holder": BODIES},
    "re_feedback:read": {"holder": OFFICE, "inspected": "inspected_organization", "supervising": SUPERVISORS},
    "issue_consultation:read": {
        "holder": BODIES,
        "consulted": f"inspection_office {BOTH} office_head",
        "inspected": "inspected_organization",
    },
    "material_handover:read": {"holder": BODIES, "receiver": f"inspection_office {BOTH} office_head"},
    "recommendation:create": {"holder": "handler"},
    "recommendation:read": {
        "holder": DRAFTERS,
        "addressee": OWNERS,
        "checking": "case_reviewer",
        "superior": f"{OWNERS} organization_department office_head deputy_leader principal_leader",
    },
    "recommendation:read_history": {"holder": DRAFTERS, "checking": "case_reviewer"},
    "recommendation:register_system": {"addressee": OWNERS},
    "recommendation:count": {"holder": f"{DRAFTERS} statistician"},
    "reminder:create": {"holder": "handler inspection_office"},
    "reminder:read": {"holder": f"{DRAFTERS} inspection_office", "addressee": OWNERS},
    "reminder:read_history": {"holder": f"{DRAFTERS} inspection_office"},
    "reminder:count": {"holder": f"{DRAFTERS} inspection_office statistician"},
    "system_built:read": {
        "holder": f"{DRAFTERS} inspection_office",
        "inspected": OWNERS,
        "confirming": SUPERVISORS,
    },
    "system_built:count": {
        "holder": f"{DRAFTERS} inspection_office statistician",
        "inspected": OWNERS,
        "confirming": SUPERVISORS,
    },
}


def test_what_no_table_of_moves_says_is_exactly_this() -> None:
    moves = {f"{table.name}:{action.value}" for table in TABLES for action in table.actions}
    found: dict[str, dict[str, set[str]]] = {}
    for rule in PERMISSIONS.rules:
        if rule.permission not in moves:
            for capacity in rule.capacities:
                cell = found.setdefault(rule.permission, {}).setdefault(capacity, set())
                cell |= {role.value for role in rule.roles}
    by_hand = {name: {at: set(who.split()) for at, who in cells.items()} for name, cells in BY_HAND.items()}
    assert found == by_hand


def test_no_rule_about_clues_names_who_was_inspected_or_the_organisation_department() -> None:
    clues = [rule for rule in PERMISSIONS.rules if "clue" in rule.permission]
    roles = {role for rule in clues for role in rule.roles}
    assert not roles & {
        Role.INSPECTED_ORGANIZATION,
        Role.ORGANIZATION_DEPARTMENT,
        Role.STATISTICIAN,
        Role.EVALUATOR,
    }
