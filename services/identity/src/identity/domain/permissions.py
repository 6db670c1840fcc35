"""Who may do what in identity: one table. The three administrators share the work and never hold two parts of it.

Rule: 1.1.
"""

from __future__ import annotations

from identity.domain.call_graph import SERVICES
from shared.auth.permissions import PermissionTable, Rule
from shared.auth.roles import Role

EVERYBODY = tuple(role for role in Role)
COLLEAGUES = tuple(role for role in Role if role is not Role.STATISTICIAN)
ADMIN = (Role.SYSTEM_ADMIN,)
WATCHERS = (Role.SYSTEM_ADMIN, Role.SECURITY_OFFICER, Role.AUDITOR)
OTHERS = tuple(name for name in SERVICES if name != "identity")

RULES = (
    Rule("organisation:read", EVERYBODY, services=OTHERS),
    Rule("organisation:create", ADMIN),
    Rule("organisation:update", ADMIN),
    Rule("organisation:move", ADMIN),
    Rule("organisation:close", ADMIN),
    Rule("organisation:import", ADMIN),
    Rule("contact_zone:read", EVERYBODY, services=OTHERS),
    Rule("contact_zone:read_candidates", services=OTHERS),
    Rule("contact_zone:create", ADMIN),
    Rule("contact_zone:update", ADMIN),
    Rule("contact_zone:close", ADMIN),
    Rule("officer:read", COLLEAGUES, services=OTHERS),
    Rule("officer:create", ADMIN),
    Rule("officer:update", ADMIN),
    Rule("officer:suspend", (Role.SYSTEM_ADMIN, Role.SECURITY_OFFICER)),
    Rule("officer:resume", ADMIN),
    Rule("officer:leave", ADMIN),
    Rule("officer:import", ADMIN),
    Rule("credentials:reset", ADMIN),
    Rule("role_grant:read", (*WATCHERS, Role.CADRE_SUPERVISOR)),
    Rule("role_grant:create", ADMIN),
    Rule("role_grant:end", (Role.SYSTEM_ADMIN, Role.SECURITY_OFFICER)),
    Rule("delegation:read", WATCHERS),
    Rule("delegation:create", ADMIN),
    Rule("delegation:end", (Role.SYSTEM_ADMIN, Role.SECURITY_OFFICER)),
    Rule("clearance:read", (Role.SECURITY_OFFICER, Role.AUDITOR)),
    Rule("clearance:set", (Role.SECURITY_OFFICER,)),
    Rule("clearance:end", (Role.SECURITY_OFFICER,)),
    Rule("relation:read", (Role.CADRE_SUPERVISOR,)),
    Rule("relation:declare", (Role.CADRE_SUPERVISOR,)),
    Rule("relation:end", (Role.CADRE_SUPERVISOR,)),
    Rule("former_post:read", (Role.SYSTEM_ADMIN, Role.CADRE_SUPERVISOR)),
    Rule("former_post:declare", (Role.SYSTEM_ADMIN, Role.CADRE_SUPERVISOR)),
    Rule("former_post:end", (Role.SYSTEM_ADMIN, Role.CADRE_SUPERVISOR)),
    Rule("recusal_facts:read", services=OTHERS),
    Rule("officer_rights:read", services=OTHERS),
    Rule("client:read", WATCHERS),
    Rule("client:register", ADMIN),
    Rule("client:update", ADMIN),
    Rule("client:disable", (Role.SYSTEM_ADMIN, Role.SECURITY_OFFICER)),
    Rule("permission_version:read", services=OTHERS),
    Rule("calendar:read", EVERYBODY, services=OTHERS),
    Rule("calendar:import", ADMIN),
    Rule("audit:read", (Role.AUDITOR,)),
    Rule("feed:read", services=OTHERS),
)

ADMINISTRATIVE = frozenset(rule.permission for rule in RULES if Role.SYSTEM_ADMIN in rule.roles)

PERMISSIONS = PermissionTable(RULES, administrative=ADMINISTRATIVE)
