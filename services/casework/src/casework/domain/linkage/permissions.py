"""Who may do what in joint work, besides the moves of its lifecycle tables.

The lead office holds a task; heads of groups and regions see its outline; the team, and nobody else, sees the board.

Rule: 1.1, 1.4, chapter 6.
"""

from __future__ import annotations

from casework.domain.linkage.board_task_lifecycle import BOARD_TASK
from casework.domain.linkage.capacities import (
    ASSESSOR,
    ASSIGNED_BODY,
    ASSIGNEE,
    CONSULTANT,
    GROUP,
    HEADS,
    HOME_BODY,
    LEADERS,
    MEMBER,
    OFFICERS,
    PARTICIPANT,
    RECIPIENT,
    REGION,
    SECONDED,
    SHARED,
    WATCHED,
)
from casework.domain.linkage.consultation_lifecycle import CONSULTATION, SPEAKER
from casework.domain.linkage.linkage_task_lifecycle import LINKAGE_TASK
from casework.domain.linkage.secondment_lifecycle import SECONDMENT
from casework.domain.linkage.share_lifecycle import SHARE
from shared.auth.common_rules import oversight_rules
from shared.auth.permissions import Rule
from shared.auth.roles import Role
from shared.lifecycle.rules import rules_of

OFFICE = (Role.HANDLER, Role.OFFICE_HEAD)
HEAD = (Role.OFFICE_HEAD,)
MANAGER = (Role.CASE_MANAGER,)
DECLARERS = (Role.STATIONED_GROUP, Role.DISTRICT_COMMISSION)
HOLDERS = (*OFFICE, *LEADERS, *DECLARERS)
SPEAKERS = tuple(party.role for party in SPEAKER if party.role)


def of_the_team(permission: str) -> list[Rule]:
    """Return the rules for what exactly the team may do: its members, and the head of the lead office."""
    return [Rule(permission, HEAD), Rule(permission, OFFICERS, (MEMBER,))]


# fmt: off
RULES = [
    #    permission                           roles                     as
    Rule("clue:share",                        OFFICE),
    Rule("clue:read",                         OFFICERS,                 (SHARED,)),
    Rule("clue:read_papers",                  OFFICERS,                 (SHARED,)),
    Rule("linkage_task:create",               DECLARERS),
    Rule("linkage_task:decide_recusal",       (Role.PRINCIPAL_LEADER,)),
    Rule("linkage_task:read",                 HOLDERS),
    Rule("linkage_task:read",                 HEADS,                    (GROUP, REGION, CONSULTANT)),
    Rule("linkage_task:read",                 OFFICERS,                 (MEMBER,)),
    Rule("linkage_task:read",                 MANAGER,                  (ASSESSOR,)),
    Rule("linkage_task:read_papers",          HOLDERS),
    Rule("linkage_task:read_papers",          OFFICERS,                 (MEMBER,)),
    Rule("linkage_task:read_papers",          HEADS,                    (CONSULTANT,)),
    Rule("linkage_task:read_papers",          MANAGER,                  (ASSESSOR,)),
    Rule("linkage_task:read_calendar",        (*OFFICE, *LEADERS, *MANAGER)),
    Rule("linkage_task:request_secondment",   OFFICE),
    Rule("linkage_task:propose_share",        OFFICE),
    Rule("linkage_task:assign",               HEAD),
    Rule("linkage_task:call_consultation",    HEAD),
    Rule("linkage_task:read_results",         HEADS),
    Rule("linkage_task:read_results",         OFFICERS,                 (MEMBER,)),
    Rule("linkage_task:read_results",         MANAGER,                  (ASSESSOR,)),
    Rule("linkage_task:count_results",        (*HEADS, Role.STATISTICIAN)),
    Rule("linkage_task:count_results",        MANAGER,                  (ASSESSOR,)),
    *of_the_team("linkage_task:read_board"),
    *of_the_team("linkage_task:write_board"),
    *of_the_team("linkage_task:log_result"),
    *of_the_team("linkage_task:read_text"),
    Rule("secondment:decide_recusal",         (Role.PRINCIPAL_LEADER,)),
    Rule("secondment:read",                   (*OFFICE, *LEADERS)),
    Rule("secondment:read",                   HEADS,                    (HOME_BODY,)),
    Rule("secondment:read",                   OFFICERS,                 (SECONDED,)),
    Rule("secondment:read_lent",              HEADS,                    (HOME_BODY,)),
    Rule("board_task:read",                   OFFICERS,                 (MEMBER, ASSIGNEE)),
    Rule("board_task:read",                   (*HEADS, *WATCHED),       (ASSIGNED_BODY,)),
    Rule("board_task:read",                   HEAD),
    Rule("share:read",                        (*OFFICE, *LEADERS)),
    Rule("share:read",                        OFFICERS,                 (RECIPIENT,)),
    Rule("share:read_text",                   HEAD),
    Rule("share:read_text",                   OFFICERS,                 (RECIPIENT,)),
    Rule("consultation:read",                 HEAD),
    Rule("consultation:read",                 SPEAKERS,                 (PARTICIPANT,)),
]
# fmt: on

PAPERS = [
    Rule(rule.permission.replace(":read", ":read_papers"), rule.roles, rule.capacities)
    for rule in RULES
    if rule.permission in ("secondment:read", "board_task:read", "share:read", "consultation:read")
]
"""Whoever reads one of these reads what was written about it; of the task itself heads see the outline only."""

OPINIONS = [
    Rule("linkage_task:read_opinions", rule.roles, rule.capacities)
    for rule in RULES
    if rule.permission == "linkage_task:read"
]
"""What was written at the moves of a task is said to all parties, such as why a declaration was declined."""

OVERSIGHT = oversight_rules(LINKAGE_TASK.name, opens=("read", "read_papers"))

LINKAGE_RULES = [
    *RULES,
    *PAPERS,
    *OPINIONS,
    *OVERSIGHT,
    *(
        rule
        for lifecycle in (LINKAGE_TASK, SECONDMENT, BOARD_TASK, SHARE, CONSULTATION)
        for rule in rules_of(lifecycle)
    ),
]
