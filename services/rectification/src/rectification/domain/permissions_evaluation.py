"""Who may do what with evaluations and what follows from them; joined in `permissions`.

The organisation sees its own evaluation, never who gave which mark. Recused officers see nothing: deny wins.

Rule: chapter 8; T47.
"""

from __future__ import annotations

from rectification.domain.evaluation_lifecycle import EVALUATING
from rectification.domain.organization_lifecycle import INSPECTED, SUPERVISING
from shared.auth.permissions import Rule
from shared.auth.roles import Role

_OFFICE = (Role.INSPECTION_OFFICE,)
_LEADERS = (
    Role.OFFICE_HEAD, Role.DEPUTY_LEADER, Role.PRINCIPAL_LEADER, Role.STANDING_COMMITTEE,
    Role.INSPECTION_LEADING_GROUP,
)  # fmt: skip
_TEAM = (Role.EVALUATOR,)
_SUPERVISORS = (Role.HANDLER, Role.ORGANIZATION_DEPARTMENT)
_INSIDE = ("read", "read_history", "read_marks", "recompute")

# fmt: off
RULES = (
    *(Rule(f"evaluation:{action}",            (*_OFFICE, *_LEADERS))                      for action in _INSIDE),
    *(Rule(f"evaluation:{action}",            _TEAM,        (EVALUATING,))                for action in _INSIDE),
    *(Rule(f"evaluation:{action}",            _SUPERVISORS, (SUPERVISING,))               for action in _INSIDE),
    *(Rule(f"evaluation:{action}", (Role.INSPECTED_ORGANIZATION,), (INSPECTED,)) for action in ("read", "recompute")),
    Rule("evaluation:open_survey",            _OFFICE),
    Rule("evaluation:confirm_many",           (*_OFFICE, *_LEADERS)),
    Rule("evaluation_index:import",           _OFFICE),
    Rule("evaluation:rank",                   (*_OFFICE, *_LEADERS)),
    Rule("evaluation:rank",                   _SUPERVISORS, (SUPERVISING,)),
    Rule("evaluation:read_clue_items",        (*_OFFICE, *_LEADERS)),
    Rule("evaluation:read_clue_items",        (Role.HANDLER,), (SUPERVISING,)),
    Rule("follow_up:read",                    (*_OFFICE, *_LEADERS)),
    Rule("follow_up:read",                    _SUPERVISORS, (SUPERVISING,)),
    Rule("follow_up:read",                    (Role.INSPECTED_ORGANIZATION,), (INSPECTED,)),
)
# fmt: on
