"""Who may read cases and appeals. Moves come from the lifecycle tables.

Rule: 1.1, SoD-2, SoD-4, D20.
"""

from __future__ import annotations

from casework.domain.appeal_lifecycle import APPEAL
from casework.domain.case_lifecycle import CASE
from casework.domain.case_words import APPEAL as HANDLES_APPEAL
from casework.domain.case_words import AUTHORITY, REVIEW
from casework.domain.clue_lifecycle import LEDGER, MEMBER
from shared.auth.common_rules import oversight_rules
from shared.auth.permissions import Rule
from shared.auth.roles import Role
from shared.lifecycle.rules import rules_of

OFFICE = (Role.HANDLER, Role.OFFICE_HEAD)
HOLDERS = (*OFFICE, Role.CADRE_SUPERVISOR)
"""Who investigates, in the office that holds; of own staff, their supervisors. Rule: SoD-5."""
LEADERS = (Role.DEPUTY_LEADER, Role.PRINCIPAL_LEADER)
TEAM = (*HOLDERS, Role.STATIONED_GROUP, Role.DISTRICT_COMMISSION, Role.TOWN_COMMISSION)
OTHER_OFFICES = (Role.CASE_REVIEWER, *OFFICE, *LEADERS)
MANAGER = (Role.CASE_MANAGER,)

# fmt: off
RULES = [
    #    permission           roles                                  as
    Rule("case:decide_recusal", (Role.PRINCIPAL_LEADER,)),
    Rule("case:read",         (*HOLDERS, *LEADERS)),
    Rule("case:read",         MANAGER,                               (LEDGER,)),
    Rule("case:read",         TEAM,                                  (MEMBER,)),
    Rule("case:read",         OTHER_OFFICES,                         (REVIEW, AUTHORITY, HANDLES_APPEAL)),
    Rule("case:read_papers",  (*HOLDERS, *LEADERS)),
    Rule("case:read_papers",  TEAM,                                  (MEMBER,)),
    Rule("case:read_papers",  OTHER_OFFICES,                         (REVIEW, AUTHORITY, HANDLES_APPEAL)),
    Rule("appeal:read",       OTHER_OFFICES),
    Rule("appeal:read",       MANAGER,                               (LEDGER,)),
    Rule("appeal:read_papers", OTHER_OFFICES),
]
# fmt: on

CASE_RULES = [
    *RULES,
    *oversight_rules(CASE.name, opens=("read", "read_papers")),
    *oversight_rules(APPEAL.name, opens=("read", "read_papers")),
    *rules_of(CASE),
    *rules_of(APPEAL),
]
