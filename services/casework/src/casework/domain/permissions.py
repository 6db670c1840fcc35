"""Who may do what in casework, in one table. Moves come from the lifecycle tables.

Rule: 1.1, 1.4, SoD-3.
"""

from __future__ import annotations

from casework.domain.case_permissions import CASE_RULES
from casework.domain.clue_lifecycle import CLUE, FINDER, LEDGER, MEMBER
from casework.domain.conduct_permissions import CONDUCT_RULES
from casework.domain.linkage.permissions import LINKAGE_RULES
from casework.domain.talk_inquiry_lifecycle import TALK_INQUIRY
from casework.domain.verification_lifecycle import VERIFICATION
from shared.auth.common_rules import BREAK_GLASS_RULES, COMMON_RULES, oversight_rules
from shared.auth.permissions import PermissionTable, Rule
from shared.auth.roles import Role
from shared.lifecycle.rules import rules_of

LEADERS = (Role.DEPUTY_LEADER, Role.PRINCIPAL_LEADER)
OFFICE = (Role.HANDLER, Role.OFFICE_HEAD)
HOLDERS = (*OFFICE, Role.CADRE_SUPERVISOR)
"""Who handles, in the office that holds; of what is about own staff, their supervisors. Rule: SoD-5."""
MEMBERS = (*HOLDERS, Role.STATIONED_GROUP, Role.DISTRICT_COMMISSION, Role.TOWN_COMMISSION, Role.CASE_REVIEWER)
MANAGER = (Role.CASE_MANAGER,)
FINDERS = (*HOLDERS, Role.STATIONED_GROUP, Role.DISTRICT_COMMISSION, Role.TOWN_COMMISSION)
"""Whoever finds a clue files it with case management. Rule: C1."""
TEXTS = ("read_report_text", "read_inspection_text")
"""What other services keep: the words of a report, and of a clue that inspection handed over."""
ASKERS = (*MANAGER, *FINDERS, *LEADERS)
"""Who may ask whether anybody holds something on a subject."""

# fmt: off
RULES = [
    #    permission                roles                              as
    Rule("clue:create",            (*MANAGER, *FINDERS)),
    Rule("clue:decide_recusal",    (Role.PRINCIPAL_LEADER,)),
    Rule("clue:read",              (*MANAGER, *HOLDERS, *LEADERS)),
    Rule("clue:read",              MANAGER,                           (LEDGER,)),
    Rule("clue:read",              MEMBERS,                           (MEMBER,)),
    Rule("clue:read",              (*MANAGER, *FINDERS),              (FINDER,)),
    Rule("clue:read_overlaps",     MANAGER,                           ("holder", LEDGER)),
    Rule("clue:read_overlaps",     (*HOLDERS, *LEADERS)),
    Rule("clue:take_unit_picture", (*HOLDERS, *LEADERS)),
    Rule("clue_inquiry:create",    ASKERS),
    Rule("clue_inquiry:read",      (*MANAGER, *LEADERS, Role.SECURITY_OFFICER)),
    Rule("designated_matter:read", (*MANAGER, Role.CADRE_SUPERVISOR, *LEADERS)),
    Rule("clue:read_papers",       (*MANAGER, *HOLDERS, *LEADERS)),
    Rule("clue:read_papers",       MEMBERS,                           (MEMBER,)),
    *(Rule(f"clue:{read}",         HOLDERS)                           for read in TEXTS),
    *(Rule(f"clue:{read}",         MEMBERS,                           (MEMBER,)) for read in TEXTS),
    Rule("verification:read",      (*HOLDERS, *LEADERS)),
    Rule("verification:read",      MANAGER,                           (LEDGER,)),
    Rule("verification:read",      MEMBERS,                           (MEMBER,)),
    Rule("verification:read_papers", (*HOLDERS, *LEADERS)),
    Rule("verification:read_papers", MEMBERS,                         (MEMBER,)),
    Rule("talk_inquiry:read",      (*HOLDERS, *LEADERS)),
    Rule("talk_inquiry:read",      MANAGER,                           (LEDGER,)),
    Rule("talk_inquiry:read_papers", (*HOLDERS, *LEADERS)),
    Rule("integrity_entry:read",   (*HOLDERS, *LEADERS)),
]
# fmt: on

OVERSIGHT = [
    *BREAK_GLASS_RULES,
    *oversight_rules(CLUE.name, opens=("read", "read_papers")),
    *oversight_rules(VERIFICATION.name, opens=("read", "read_papers")),
    *oversight_rules(TALK_INQUIRY.name, opens=("read", "read_papers")),
]

PERMISSIONS = PermissionTable(
    [
        *COMMON_RULES,
        *RULES,
        *OVERSIGHT,
        *rules_of(CLUE),
        *rules_of(VERIFICATION),
        *rules_of(TALK_INQUIRY),
        *CASE_RULES,
        *CONDUCT_RULES,
        *LINKAGE_RULES,
    ]
)
