"""Who may do what in intake, in one table. Moves come from the lifecycle tables; this adds reading and the rest.

Rule: 1.1, 1.4.
"""

from __future__ import annotations

from intake.domain.chasing_permissions import CHASING_RULES
from intake.domain.demand_lifecycle import COMPETENT, DEMAND, SUPERVISING
from intake.domain.duplicate_notice_lifecycle import DUPLICATE_NOTICE
from intake.domain.public_permissions import PUBLIC_RULES
from intake.domain.quotation_lifecycle import ASKING, QUOTATION
from intake.domain.report_lifecycle import ASSIGNED, HANDLING, REPORT, SENDER
from intake.domain.request_permissions import HANDLERS, REQUEST_RULES
from intake.domain.review import REVIEWING
from intake.domain.stub_lifecycle import STUB
from shared.auth.common_rules import COMMON_RULES
from shared.auth.permissions import PermissionTable, Rule
from shared.auth.roles import Role
from shared.lifecycle.rules import rules_of

LEADERS = (Role.OFFICE_HEAD, Role.DEPUTY_LEADER, Role.PRINCIPAL_LEADER)
LOWER = (Role.PETITION_OFFICER, Role.DISTRICT_COMMISSION, Role.TOWN_COMMISSION, *LEADERS)
DEPARTMENT = (Role.COMPETENT_DEPARTMENT, Role.OFFICE_HEAD)

# fmt: off
RULES = [
    #    permission                roles                                as
    Rule("report:enter",           (Role.PETITION_OFFICER, Role.SOURCE_SYSTEM)),
    Rule("demand:enter",           (Role.PETITION_OFFICER, Role.SOURCE_SYSTEM)),
    Rule("report:issue_receipt",   (Role.PETITION_OFFICER,)),
    Rule("demand:issue_receipt",   (Role.PETITION_OFFICER,)),
    Rule("report:read",            (Role.PETITION_OFFICER, *LEADERS)),
    Rule("report:read",            HANDLERS,                            (HANDLING,)),
    Rule("report:read",            (Role.CASE_REVIEWER,),               (HANDLING,)),
    Rule("report:read",            LOWER,                               (ASSIGNED,)),
    Rule("report:read",            (Role.PETITION_OFFICER,),            (SENDER,)),
    Rule("report:read_text",       (Role.PETITION_OFFICER, Role.OFFICE_HEAD)),
    Rule("report:read_text",       HANDLERS,                            (HANDLING,)),
    Rule("report:read_text",       (Role.CASE_REVIEWER,),               (HANDLING,)),
    Rule("report:read_text",       (Role.PETITION_OFFICER,),            (ASSIGNED,)),
    Rule("report:read_subjects",   services=("casework",)),
    Rule("report:read_reporter",   (Role.PETITION_OFFICER,)),
    Rule("report:read_reporter",   (Role.HANDLER, Role.CADRE_SUPERVISOR), (HANDLING,)),
    Rule("report:read_reporter",   (Role.PETITION_OFFICER,),            (ASSIGNED,)),
    Rule("report:send_message",    (Role.PETITION_OFFICER,)),
    Rule("report:send_message",    (Role.HANDLER, Role.CADRE_SUPERVISOR), (HANDLING,)),
    Rule("report:package",         (Role.PETITION_OFFICER, Role.OFFICE_HEAD)),
    Rule("demand:package",         (Role.PETITION_OFFICER, Role.OFFICE_HEAD)),
    Rule("report:read_papers",     (Role.PETITION_OFFICER, *LEADERS)),
    Rule("report:read_papers",     HANDLERS,                            (HANDLING,)),
    Rule("report:read_papers",     LOWER,                               (ASSIGNED,)),
    Rule("report:read_disclosures", (Role.PETITION_OFFICER, *LEADERS)),
    Rule("demand:read",            (Role.PETITION_OFFICER, *LEADERS)),
    Rule("demand:read",            DEPARTMENT,                          (COMPETENT,)),
    Rule("demand:read",            DEPARTMENT,                          (REVIEWING,)),
    Rule("demand:read",            (Role.HANDLER, Role.OFFICE_HEAD),    (SUPERVISING,)),
    Rule("demand:read_text",       (Role.PETITION_OFFICER, Role.OFFICE_HEAD)),
    Rule("demand:read_reporter",   (Role.PETITION_OFFICER,)),
    Rule("demand:read_extract",    DEPARTMENT,                          (COMPETENT,)),
    Rule("demand:send_message",    (Role.PETITION_OFFICER,)),
    Rule("demand:read_papers",     (Role.PETITION_OFFICER, *LEADERS)),
    Rule("demand:read_papers",     DEPARTMENT,                          (COMPETENT,)),
    Rule("demand:read_disclosures", (Role.PETITION_OFFICER, *LEADERS)),
    Rule("stub:read",              (Role.PETITION_OFFICER, Role.OFFICE_HEAD)),
    Rule("stub:keep",              (Role.PETITION_OFFICER,)),
    Rule("stub:export",            (Role.PETITION_OFFICER,)),
    Rule("leader:read",            (Role.PETITION_OFFICER, Role.OFFICE_HEAD)),
    Rule("leader:declare",         (Role.OFFICE_HEAD,)),
    Rule("competence:read",        (Role.PETITION_OFFICER, *LEADERS)),
    Rule("competence:declare",     (Role.OFFICE_HEAD,)),
    Rule("report:decide_recusal",  (Role.DEPUTY_LEADER, Role.PRINCIPAL_LEADER)),
    Rule("demand:decide_recusal",  (Role.DEPUTY_LEADER, Role.PRINCIPAL_LEADER)),
    #    what tells the same
    Rule("report:find_duplicates", (Role.PETITION_OFFICER, Role.OFFICE_HEAD)),
    Rule("report:read_merges",     (Role.PETITION_OFFICER, *LEADERS)),
    Rule("report:read_merges",     HANDLERS,                            (HANDLING,)),
    Rule("duplicate_notice:read",  (Role.PETITION_OFFICER, *LEADERS)),
    Rule("duplicate_notice:read",  (*HANDLERS, Role.CASE_REVIEWER),     (HANDLING,)),
    Rule("duplicate_notice:read",  LOWER,                               (ASSIGNED,)),
    Rule("demand:find_duplicates", (Role.PETITION_OFFICER, Role.OFFICE_HEAD)),
    Rule("demand:read_merges",     (Role.PETITION_OFFICER, *LEADERS)),
    Rule("misconduct_sign:read",   (Role.AUDITOR,)),
    #    internal notes, and texts that must quote
    Rule("report:write_note",      (Role.PETITION_OFFICER, *LEADERS)),
    Rule("report:write_note",      HANDLERS,                            (HANDLING,)),
    Rule("report:read_notes",      (Role.PETITION_OFFICER, *LEADERS)),
    Rule("report:read_notes",      HANDLERS,                            (HANDLING,)),
    Rule("report:ask_quotation",   (Role.PETITION_OFFICER,)),
    Rule("report:ask_quotation",   (Role.HANDLER,),                     (HANDLING,)),
    Rule("demand:write_note",      (Role.PETITION_OFFICER, *LEADERS)),
    Rule("demand:read_notes",      (Role.PETITION_OFFICER, *LEADERS)),
    Rule("demand:ask_quotation",   (Role.PETITION_OFFICER,)),
    Rule("demand:ask_quotation",   (Role.COMPETENT_DEPARTMENT,),        (COMPETENT,)),
    Rule("demand:ask_quotation",   (Role.COMPETENT_DEPARTMENT,),        (REVIEWING,)),
    Rule("quotation:read",         (Role.PETITION_OFFICER, *LEADERS)),
    Rule("quotation:read",         (*HANDLERS, Role.COMPETENT_DEPARTMENT), (ASKING,)),
    Rule("canned_reply:read",      (Role.PETITION_OFFICER, Role.HANDLER, *LEADERS)),
    Rule("canned_reply:edit",      (Role.OFFICE_HEAD,)),
]
# fmt: on

LIFECYCLES = (REPORT, DEMAND, STUB, QUOTATION, DUPLICATE_NOTICE)

PERMISSIONS = PermissionTable(
    [
        *COMMON_RULES,
        *RULES,
        *CHASING_RULES,
        *REQUEST_RULES,
        *PUBLIC_RULES,
        *(rule for table in LIFECYCLES for rule in rules_of(table)),
    ]
)
