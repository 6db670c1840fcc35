"""Who may do what in rectification, in one table. Moves come from the lifecycle tables.

Rule: 1.1, 7.1.
"""

from __future__ import annotations

from rectification.domain.item_lifecycle import ITEM
from rectification.domain.organization_lifecycle import INSPECTED, INSPECTED_ORGANIZATION, SUPERVISING
from rectification.domain.recommendation_lifecycle import ADDRESSEE, RECOMMENDATION
from shared.auth.common_rules import COMMON_RULES
from shared.auth.permissions import PermissionTable, Rule
from shared.auth.roles import Role
from shared.lifecycle.rules import rules_of

LEADERS = (Role.OFFICE_HEAD, Role.DEPUTY_LEADER, Role.PRINCIPAL_LEADER)
SUPERVISORS = (Role.HANDLER, Role.ORGANIZATION_DEPARTMENT, Role.OFFICE_HEAD)

# fmt: off
RULES = [
    #    permission                         roles                                                as
    Rule("inspected_organization:read",     (Role.INSPECTION_OFFICE, *LEADERS)),
    Rule("inspected_organization:read",     (Role.INSPECTED_ORGANIZATION,),                      (INSPECTED,)),
    Rule("inspected_organization:read",     SUPERVISORS,                                         (SUPERVISING,)),
    Rule("rectification_item:read",         (Role.INSPECTION_OFFICE, *LEADERS)),
    Rule("rectification_item:read",         (Role.INSPECTED_ORGANIZATION,),                      (INSPECTED,)),
    Rule("rectification_item:read",         SUPERVISORS,                                         (SUPERVISING,)),
    Rule("recommendation:read",             (Role.HANDLER, *LEADERS)),
    Rule("recommendation:read",             (Role.COMPETENT_DEPARTMENT, Role.INSPECTED_ORGANIZATION), (ADDRESSEE,)),
]
# fmt: on

PERMISSIONS = PermissionTable(
    [
        *COMMON_RULES,
        *RULES,
        *rules_of(INSPECTED_ORGANIZATION),
        *rules_of(ITEM),
        *rules_of(RECOMMENDATION),
    ]
)
