"""Who may do what in rectification, in one table. Moves come from the lifecycle tables.

An inspected organisation sees its own matter, and of the three bodies' work only what is meant for it. The
organisation department sees what co-supervision needs. Clues are for the commission's side alone.

Rule: 1.1, 7.1, F1, F11.
"""

from __future__ import annotations

from rectification.domain.clue_handover_lifecycle import HANDED_CLUE, HANDLING, RECEIVING
from rectification.domain.consultation_lifecycle import CONSULTATION, CONSULTED
from rectification.domain.evaluation_lifecycle import EVALUATION
from rectification.domain.follow_up_lifecycle import FOLLOW_UP
from rectification.domain.item_lifecycle import ITEM
from rectification.domain.joint_review_lifecycle import JOINT_REVIEW
from rectification.domain.material_handover_lifecycle import MATERIAL_HANDOVER, RECEIVER
from rectification.domain.organization_lifecycle import INSPECTED, INSPECTED_ORGANIZATION, SUPERVISING
from rectification.domain.permissions_evaluation import RULES as EVALUATION_RULES
from rectification.domain.planned_measure_lifecycle import COORDINATING, PLANNED_MEASURE
from rectification.domain.re_feedback_lifecycle import RE_FEEDBACK
from rectification.domain.recommendation_lifecycle import ADDRESSEE, CHECKING, RECOMMENDATION, SUPERIOR
from rectification.domain.reminder_lifecycle import REMINDER
from rectification.domain.round_lifecycle import ROUND
from rectification.domain.special_check_lifecycle import SPECIAL_CHECK
from rectification.domain.system_built_lifecycle import CONFIRMING, SYSTEM_BUILT
from shared.auth.common_rules import COMMON_RULES
from shared.auth.permissions import PermissionTable, Rule
from shared.auth.roles import Role
from shared.lifecycle.rules import rules_of

LEADERS = (Role.OFFICE_HEAD, Role.DEPUTY_LEADER, Role.PRINCIPAL_LEADER)
OFFICE = (Role.INSPECTION_OFFICE,)
SUPERVISORS = (Role.HANDLER, Role.ORGANIZATION_DEPARTMENT, Role.OFFICE_HEAD)
BODIES = (Role.INSPECTION_OFFICE, Role.HANDLER, Role.ORGANIZATION_DEPARTMENT)
INSPECTED_ROLES = (Role.INSPECTED_ORGANIZATION,)
OWNERS = (Role.INSPECTED_ORGANIZATION, Role.COMPETENT_DEPARTMENT)
COUNTING = (Role.STATISTICIAN,)
HANDLERS = (Role.HANDLER, Role.OFFICE_HEAD, Role.CADRE_SUPERVISOR)
"""Who handles a clue in casework, in the office that holds it there."""

# fmt: off
RULES = [
    #    permission                               roles                          as
    Rule("inspection_round:create",               OFFICE),
    Rule("inspection_round:add_organization",     OFFICE),
    Rule("inspection_round:read",                 (*OFFICE, *LEADERS)),

    Rule("inspected_organization:read",           (*OFFICE, *LEADERS)),
    Rule("inspected_organization:read",           INSPECTED_ROLES,               (INSPECTED,)),
    Rule("inspected_organization:read",           SUPERVISORS,                   (SUPERVISING,)),
    Rule("inspected_organization:list_clue",      OFFICE),
    Rule("inspected_organization:read_handling",  (*OFFICE, *LEADERS)),
    Rule("inspected_organization:read_handling",  (Role.HANDLER, Role.ORGANIZATION_DEPARTMENT), (SUPERVISING,)),
    *(Rule(f"inspected_organization:{action}",    OFFICE)
      for action in ("plan_measure", "check", "consult", "hand_over_material")),
    *(Rule(f"inspected_organization:{action}",    (Role.HANDLER, Role.ORGANIZATION_DEPARTMENT), (SUPERVISING,))
      for action in ("plan_measure", "check", "consult", "hand_over_material")),
    Rule("inspected_organization:count",          (*OFFICE, *LEADERS, *COUNTING)),
    Rule("inspected_organization:count",          INSPECTED_ROLES,               (INSPECTED,)),
    Rule("inspected_organization:count",          SUPERVISORS,                   (SUPERVISING,)),

    *(Rule(f"rectification_item:{action}",        (*OFFICE, *LEADERS))           for action in ("read", "read_text")),
    *(Rule(f"rectification_item:{action}",        OWNERS,      (INSPECTED,))     for action in ("read", "read_text")),
    *(Rule(f"rectification_item:{action}",        SUPERVISORS, (SUPERVISING,))   for action in ("read", "read_text")),
    Rule("rectification_item:register_system",    OWNERS,                        (INSPECTED,)),

    Rule("transferred_clue:read",                 (*OFFICE, *LEADERS)),
    Rule("transferred_clue:read",                 (Role.CASE_MANAGER,),          (RECEIVING,)),
    Rule("transferred_clue:read_text",            HANDLERS,                      (HANDLING,)),
    Rule("transferred_clue:read_subjects",        services=("casework",)),

    Rule("joint_review:read",                     (*OFFICE, *LEADERS)),
    Rule("joint_review:read",                     SUPERVISORS,                   (SUPERVISING,)),

    Rule("planned_measure:read",                  (*BODIES, *LEADERS)),
    Rule("planned_measure:read",                  OFFICE,                        (COORDINATING,)),
    Rule("special_check:create",                  BODIES),
    Rule("special_check:read",                    (*BODIES, *LEADERS)),
    Rule("re_feedback:read",                      (*OFFICE, *LEADERS)),
    Rule("re_feedback:read",                      INSPECTED_ROLES,               (INSPECTED,)),
    Rule("re_feedback:read",                      SUPERVISORS,                   (SUPERVISING,)),
    Rule("issue_consultation:read",               (*BODIES, *LEADERS)),
    Rule("issue_consultation:read",               (*BODIES, Role.OFFICE_HEAD),   (CONSULTED,)),
    Rule("issue_consultation:read",               INSPECTED_ROLES,               (INSPECTED,)),
    Rule("material_handover:read",                (*BODIES, *LEADERS)),
    Rule("material_handover:read",                (*BODIES, Role.OFFICE_HEAD),   (RECEIVER,)),

    Rule("recommendation:create",                 (Role.HANDLER,)),
    Rule("recommendation:read",                   (Role.HANDLER, *LEADERS)),
    Rule("recommendation:read",                   OWNERS,                        (ADDRESSEE,)),
    Rule("recommendation:read",                   (Role.CASE_REVIEWER,),         (CHECKING,)),
    Rule("recommendation:read",                   (*OWNERS, Role.ORGANIZATION_DEPARTMENT, *LEADERS), (SUPERIOR,)),
    Rule("recommendation:read_history",           (Role.HANDLER, *LEADERS)),
    Rule("recommendation:read_history",           (Role.CASE_REVIEWER,),         (CHECKING,)),
    Rule("recommendation:register_system",        OWNERS,                        (ADDRESSEE,)),
    Rule("recommendation:count",                  (Role.HANDLER, *LEADERS, *COUNTING)),

    Rule("reminder:create",                       (Role.HANDLER, *OFFICE)),
    Rule("reminder:read",                         (Role.HANDLER, *OFFICE, *LEADERS)),
    Rule("reminder:read",                         OWNERS,                        (ADDRESSEE,)),
    Rule("reminder:read_history",                 (Role.HANDLER, *OFFICE, *LEADERS)),
    Rule("reminder:count",                        (Role.HANDLER, *OFFICE, *LEADERS, *COUNTING)),

    *(Rule(f"system_built:{action}",              (*OFFICE, Role.HANDLER, *LEADERS)) for action in ("read", "count")),
    Rule("system_built:count",                    COUNTING),
    *(Rule(f"system_built:{action}",              OWNERS,      (INSPECTED,))     for action in ("read", "count")),
    *(Rule(f"system_built:{action}",              SUPERVISORS, (CONFIRMING,))    for action in ("read", "count")),
]
# fmt: on

TABLES = (
    INSPECTED_ORGANIZATION, ITEM, RECOMMENDATION, ROUND, HANDED_CLUE, JOINT_REVIEW, PLANNED_MEASURE, SPECIAL_CHECK,
    RE_FEEDBACK, CONSULTATION, MATERIAL_HANDOVER, REMINDER, SYSTEM_BUILT,
    EVALUATION, FOLLOW_UP,
)  # fmt: skip

PERMISSIONS = PermissionTable(
    [*COMMON_RULES, *RULES, *EVALUATION_RULES, *(rule for table in TABLES for rule in rules_of(table))]
)
