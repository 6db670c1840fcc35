"""Rules every service's permission table begins with."""

from __future__ import annotations

from shared.auth.permissions import Rule
from shared.auth.roles import Role

COMMON_RULES = (Rule("audit:read", (Role.AUDITOR,)),)
