"""The permissions that no lifecycle table says, against a table written by hand."""

from __future__ import annotations

from casework.domain.clue_lifecycle import CLUE
from casework.domain.clue_meeting import CLUE_MEETING
from casework.domain.interference import INTERFERENCE
from casework.domain.linkage.permissions import LINKAGE_RULES
from casework.domain.permissions import PERMISSIONS
from casework.domain.reconciliation_lifecycle import RECONCILIATION
from casework.domain.recusal_request import RECUSAL_REQUEST
from casework.domain.talk_inquiry_lifecycle import TALK_INQUIRY
from casework.domain.verification_lifecycle import VERIFICATION
from shared.auth.roles import Role
from shared.breakglass.lifecycle import BREAK_GLASS_LIFECYCLE

BREAKERS = "case_manager handler office_head petition_officer case_reviewer cadre_supervisor"
FINDERS = "cadre_supervisor handler office_head stationed_group district_commission town_commission"
OVERSEERS = "deputy_leader principal_leader security_officer"
TEAM = (
    "cadre_supervisor handler office_head stationed_group district_commission town_commission case_reviewer"
)
BY_HAND = {
    "audit:read": {"holder": "auditor"},
    "clue:create": {"holder": f"case_manager {FINDERS}"},
    "clue:read_overlaps": {
        "holder": "case_manager handler office_head cadre_supervisor deputy_leader principal_leader",
        "ledger": "case_manager",
    },
    "clue:take_unit_picture": {
        "holder": "handler office_head cadre_supervisor deputy_leader principal_leader"
    },
    "clue_inquiry:create": {"holder": f"case_manager {FINDERS} deputy_leader principal_leader"},
    "clue_inquiry:read": {"holder": "case_manager deputy_leader principal_leader security_officer"},
    "clue:decide_recusal": {"holder": "principal_leader"},
    "clue:read": {
        "holder": "case_manager handler office_head cadre_supervisor deputy_leader principal_leader",
        "ledger": "case_manager",
        "member": TEAM,
        "finder": f"case_manager {FINDERS}",
        "break_glass": BREAKERS,
    },
    "clue:read_papers": {
        "holder": "case_manager handler office_head cadre_supervisor deputy_leader principal_leader",
        "member": TEAM,
        "break_glass": BREAKERS,
    },
    "clue:read_report_text": {"holder": "handler office_head cadre_supervisor", "member": TEAM},
    "clue:read_inspection_text": {"holder": "handler office_head cadre_supervisor", "member": TEAM},
    "verification:read": {
        "holder": "handler office_head cadre_supervisor deputy_leader principal_leader",
        "ledger": "case_manager",
        "member": TEAM,
        "break_glass": BREAKERS,
    },
    "verification:read_papers": {
        "holder": "handler office_head cadre_supervisor deputy_leader principal_leader",
        "member": TEAM,
        "break_glass": BREAKERS,
    },
    "talk_inquiry:read": {
        "holder": "handler office_head cadre_supervisor deputy_leader principal_leader",
        "ledger": "case_manager",
        "break_glass": BREAKERS,
    },
    "talk_inquiry:read_papers": {
        "holder": "handler office_head cadre_supervisor deputy_leader principal_leader",
        "break_glass": BREAKERS,
    },
    "integrity_entry:read": {"holder": "cadre_supervisor handler office_head deputy_leader principal_leader"},
    "break_glass:read": {"holder": OVERSEERS, "breaker": BREAKERS},
}
OVERSEEN = ("clue", "verification", "talk_inquiry")
BY_HAND |= {f"{name}:explain_access": {"holder": OVERSEERS} for name in OVERSEEN}
BY_HAND |= {f"{name}:read_readers": {"holder": OVERSEERS} for name in OVERSEEN}
BY_HAND |= {f"{name}:break_glass": {"holder": BREAKERS} for name in OVERSEEN}
RESOURCES = {name.partition(":")[0] for name in BY_HAND}


STAFF = (
    "petition_officer case_manager handler office_head deputy_leader principal_leader case_reviewer cadre_supervisor"
    " stationed_group district_commission town_commission inspection_office"
)
WATCHERS = "cadre_supervisor principal_leader"
HEADS = "principal_leader superior_commission"
REQUESTERS = f"case_manager case_reviewer {FINDERS}"
KEEPERS = "case_manager deputy_leader principal_leader"
BY_HAND |= {
    "interference:create": {"holder": STAFF},
    "interference:read": {"holder": WATCHERS, "registrant": STAFF},
    "interference:read_papers": {"holder": WATCHERS, "registrant": STAFF},
    "recusal_request:create": {"holder": REQUESTERS},
    "recusal_request:read": {"holder": HEADS, "registrant": REQUESTERS},
    "recusal_request:read_papers": {"holder": HEADS, "registrant": REQUESTERS},
    "clue_reconciliation:read": {"holder": KEEPERS},
    "clue_reconciliation:read_papers": {"holder": KEEPERS},
    "clue_meeting:create": {"holder": "case_manager principal_leader"},
    "clue_meeting:read": {"holder": KEEPERS},
    "clue_meeting:read_papers": {"holder": KEEPERS},
}
RESOURCES |= {name.partition(":")[0] for name in BY_HAND}
TABLES = (
    CLUE, VERIFICATION, TALK_INQUIRY, BREAK_GLASS_LIFECYCLE, INTERFERENCE, RECUSAL_REQUEST, RECONCILIATION, CLUE_MEETING,
)  # fmt: skip


def test_what_no_table_of_moves_says_is_exactly_this() -> None:
    moves = {f"{table.name}:{action.value}" for table in TABLES for action in table.actions}
    found: dict[str, dict[str, set[str]]] = {}
    for rule in PERMISSIONS.rules:
        if rule.resource in RESOURCES and rule.permission not in moves and rule not in LINKAGE_RULES:
            for capacity in rule.capacities:
                cell = found.setdefault(rule.permission, {}).setdefault(capacity, set())
                cell |= {role.value for role in rule.roles}
    by_hand = {name: {at: set(who.split()) for at, who in cells.items()} for name, cells in BY_HAND.items()}
    assert found == by_hand


def test_the_system_administrator_holds_nothing_here_and_the_statistician_only_counts() -> None:
    held = {role: {rule.permission for rule in PERMISSIONS.rules if role in rule.roles} for role in Role}
    assert held[Role.SYSTEM_ADMIN] == set()
    assert held[Role.STATISTICIAN] == {"linkage_task:count_results"}


def test_the_security_officer_reads_who_may_see_and_never_what_there_is_to_see() -> None:
    held = {one.permission for one in PERMISSIONS.rules if Role.SECURITY_OFFICER in one.roles}
    assert {one.partition(":")[2] for one in held} == {"explain_access", "read_readers", "read"}
    read = sorted(one for one in held if one.endswith(":read"))
    assert read == ["break_glass:read", "clue_inquiry:read"]
