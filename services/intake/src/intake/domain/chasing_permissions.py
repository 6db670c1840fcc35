"""Who may chase, and who reads what chases them.

Rule: 1.1, A8, B4, B9.
"""

from __future__ import annotations

from intake.domain.chasing import ADDRESSED, INFORMED
from intake.domain.urging_lifecycle import URGING
from intake.domain.work_reminder_lifecycle import WORK_REMINDER
from shared.auth.permissions import Rule
from shared.auth.roles import Role
from shared.lifecycle.rules import rules_of

LEADERS = (Role.OFFICE_HEAD, Role.DEPUTY_LEADER, Role.PRINCIPAL_LEADER)
ORGANS = (Role.COMPETENT_DEPARTMENT, Role.PETITION_OFFICER, Role.DISTRICT_COMMISSION, Role.TOWN_COMMISSION)

# fmt: off
CHASING_RULES = [
    #    permission                roles                                as
    Rule("report:draft_urging",    (Role.PETITION_OFFICER,)),
    Rule("demand:draft_urging",    (Role.PETITION_OFFICER,)),
    Rule("urging:read",            (Role.PETITION_OFFICER, *LEADERS)),
    Rule("urging:read",            (*ORGANS, Role.HANDLER, *LEADERS),   (ADDRESSED,)),
    Rule("urging:read",            (*ORGANS, *LEADERS),                 (INFORMED,)),
    Rule("work_reminder:draft",    (Role.PETITION_OFFICER,)),
    Rule("work_reminder:read",     (Role.PETITION_OFFICER, *LEADERS)),
    Rule("work_reminder:read",     (Role.COMPETENT_DEPARTMENT, Role.OFFICE_HEAD), (ADDRESSED,)),
    *rules_of(URGING),
    *rules_of(WORK_REMINDER),
]
# fmt: on
