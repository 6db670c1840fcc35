"""Who may ask for protection, recusal, a reward or a trace, and who reads what was asked.

A request for recusal is read by leaders only: it may be about the officer who has the report. Rule: 1.1, 1.4.
"""

from __future__ import annotations

from intake.domain.protection_lifecycle import PROTECTION
from intake.domain.recusal_lifecycle import RECUSAL
from intake.domain.report_lifecycle import HANDLING
from intake.domain.reward_lifecycle import REWARD
from intake.domain.trace_lifecycle import TRACE
from shared.auth.permissions import Rule
from shared.auth.roles import Role
from shared.lifecycle.rules import rules_of

READERS = (Role.PETITION_OFFICER, Role.OFFICE_HEAD, Role.DEPUTY_LEADER, Role.PRINCIPAL_LEADER)
HANDLERS = (Role.HANDLER, Role.OFFICE_HEAD, Role.CADRE_SUPERVISOR)
"""Who handles a clue. Of a request, where it is one of reprisal, they read what was feared and found, nothing else."""

# fmt: off
REQUEST_RULES = [
    #    permission                 roles
    Rule("protection_request:read", READERS),
    Rule("protection_request:ask",  (Role.PETITION_OFFICER,)),
    Rule("protection_request:read_words", HANDLERS, (HANDLING,)),
    Rule("recusal_request:read",    (Role.DEPUTY_LEADER, Role.PRINCIPAL_LEADER)),
    Rule("reward_proposal:read",    READERS),
    Rule("reward_proposal:ask",     (Role.PETITION_OFFICER,)),
    Rule("trace_request:read",      READERS),
    Rule("trace_request:ask",       (Role.PETITION_OFFICER,)),
    *(rule for table in (PROTECTION, RECUSAL, REWARD, TRACE) for rule in rules_of(table)),
]
# fmt: on
