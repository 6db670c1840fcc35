"""Who may do what in rectification: the rules its lifecycle tables state, and reading."""

from __future__ import annotations

from rectification.domain.item_lifecycle import ITEM
from rectification.domain.organization_lifecycle import INSPECTED_ORGANIZATION
from rectification.domain.recommendation_lifecycle import RECOMMENDATION
from shared.auth.common_rules import COMMON_RULES
from shared.auth.permissions import PermissionTable
from shared.lifecycle.rules import rules_of

LIFECYCLES = (INSPECTED_ORGANIZATION, ITEM, RECOMMENDATION)
PERMISSIONS = PermissionTable([*COMMON_RULES, *(rule for table in LIFECYCLES for rule in rules_of(table))])
