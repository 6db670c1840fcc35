"""Who may do what about our own conduct and about the ledger as a whole. Moves come from the lifecycle tables.

Rule: 1.6, 1.7, C10, C11.
"""

from __future__ import annotations

from casework.domain.clue_meeting import CLUE_MEETING
from casework.domain.interference import INTERFERENCE, REGISTRANT
from casework.domain.reconciliation_lifecycle import RECONCILIATION
from casework.domain.recusal_request import RECUSAL_REQUEST
from shared.auth.common_rules import LEADERS
from shared.auth.permissions import Rule
from shared.auth.roles import Role
from shared.lifecycle.rules import rules_of

STAFF = (
    Role.PETITION_OFFICER, Role.CASE_MANAGER, Role.HANDLER, Role.OFFICE_HEAD, Role.DEPUTY_LEADER, Role.PRINCIPAL_LEADER,
    Role.CASE_REVIEWER, Role.CADRE_SUPERVISOR, Role.STATIONED_GROUP, Role.DISTRICT_COMMISSION, Role.TOWN_COMMISSION,
    Role.INSPECTION_OFFICE,
)  # fmt: skip
"""Everybody of a commission who may be asked about a matter."""
WATCHERS = (Role.CADRE_SUPERVISOR, Role.PRINCIPAL_LEADER)
HEADS = (Role.PRINCIPAL_LEADER, Role.SUPERIOR_COMMISSION)
REQUESTERS = (
    Role.CASE_MANAGER, Role.HANDLER, Role.OFFICE_HEAD, Role.STATIONED_GROUP, Role.DISTRICT_COMMISSION,
    Role.TOWN_COMMISSION, Role.CASE_REVIEWER, Role.CADRE_SUPERVISOR,
)  # fmt: skip
KEEPERS = (Role.CASE_MANAGER, *LEADERS)

# fmt: off
RULES = [
    #    permission                       roles                                      as
    Rule("interference:create",           STAFF),
    Rule("interference:read",             WATCHERS),
    Rule("interference:read",             STAFF,                                     (REGISTRANT,)),
    Rule("interference:read_papers",      WATCHERS),
    Rule("interference:read_papers",      STAFF,                                     (REGISTRANT,)),
    Rule("recusal_request:create",        REQUESTERS),
    Rule("recusal_request:read",          HEADS),
    Rule("recusal_request:read",          REQUESTERS,                                (REGISTRANT,)),
    Rule("recusal_request:read_papers",   HEADS),
    Rule("recusal_request:read_papers",   REQUESTERS,                                (REGISTRANT,)),
    Rule("clue_reconciliation:read",      KEEPERS),
    Rule("clue_reconciliation:read_papers", KEEPERS),
    Rule("clue_meeting:create",           (Role.CASE_MANAGER, Role.PRINCIPAL_LEADER)),
    Rule("clue_meeting:read",             KEEPERS),
    Rule("clue_meeting:read_papers",      KEEPERS),
]
# fmt: on

CONDUCT_RULES = [
    *RULES,
    *rules_of(INTERFERENCE),
    *rules_of(RECUSAL_REQUEST),
    *rules_of(RECONCILIATION),
    *rules_of(CLUE_MEETING),
]
