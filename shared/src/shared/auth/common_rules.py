"""Rules every service's permission table begins with, and those that make a process open to oversight."""

from __future__ import annotations

from shared.auth.permissions import Rule
from shared.auth.roles import Role

COMMON_RULES = (Rule("audit:read", (Role.AUDITOR,)),)

BREAK_GLASS = "break_glass"
"""Capacity of an officer who looks into a matter by written order, until the end of the next day."""
BREAKER = "breaker"
"""Capacity of the same officer towards the record of it."""
LEADERS = (Role.DEPUTY_LEADER, Role.PRINCIPAL_LEADER)
OVERSEERS = (*LEADERS, Role.SECURITY_OFFICER)
BREAKERS = (
    Role.CASE_MANAGER, Role.HANDLER, Role.OFFICE_HEAD, Role.PETITION_OFFICER, Role.CASE_REVIEWER, Role.CADRE_SUPERVISOR,
)  # fmt: skip
"""Whose office may need to see a colleague's matter at once."""

BREAK_GLASS_RULES = (
    Rule("break_glass:read", OVERSEERS),
    Rule("break_glass:read", BREAKERS, (BREAKER,)),
    Rule("break_glass:acknowledge", LEADERS),
    Rule("break_glass:end", LEADERS),
    Rule("break_glass:end", BREAKERS, (BREAKER,)),
)
"""Rules about the records of broken glass, for services whose processes have `oversight_rules`."""


def oversight_rules(process: str, *, opens: tuple[str, ...] = ("read",)) -> list[Rule]:
    """Return the rules by which leaders ask who may see a process's objects and who did, and glass is broken.

    `opens` are the permissions an officer has behind broken glass; moves are never among them.

    Rule: 1.4, 1.8.
    """
    return [
        Rule(f"{process}:explain_access", OVERSEERS),
        Rule(f"{process}:read_readers", OVERSEERS),
        Rule(f"{process}:break_glass", BREAKERS),
        *(Rule(f"{process}:{one}", BREAKERS, (BREAK_GLASS,)) for one in opens),
    ]
