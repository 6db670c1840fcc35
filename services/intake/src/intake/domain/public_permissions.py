"""Who may write for the public, tell superiors of trends, and supply data on a unit.

Rule: R-A7; RPT Art 31, 32.
"""

from __future__ import annotations

from intake.domain.publication_lifecycle import PUBLICATION
from intake.domain.trend_report_lifecycle import TO_PARTY, TO_SUPERIOR, TREND_REPORT
from intake.domain.unit_data_lifecycle import ASKING, UNIT_DATA_REQUEST
from shared.auth.permissions import Rule
from shared.auth.roles import Role
from shared.lifecycle.rules import rules_of

LEADERS = (Role.OFFICE_HEAD, Role.DEPUTY_LEADER, Role.PRINCIPAL_LEADER)

# fmt: off
PUBLIC_RULES = [
    #    permission                     roles                                as
    Rule("public_channel:read",         (Role.PETITION_OFFICER, *LEADERS)),
    Rule("public_channel:declare",      (Role.PETITION_OFFICER,)),
    Rule("demand:draft_publication",    (Role.PETITION_OFFICER,)),
    Rule("publication:read",            (Role.PETITION_OFFICER, *LEADERS)),
    Rule("trend_report:draft",          (Role.PETITION_OFFICER,)),
    Rule("trend_report:read",           (Role.PETITION_OFFICER, *LEADERS)),
    Rule("trend_report:read",           (Role.PETITION_OFFICER, Role.SUPERIOR_COMMISSION, *LEADERS), (TO_SUPERIOR,)),
    Rule("trend_report:read",           (Role.PARTY_PRINCIPAL,),             (TO_PARTY,)),
    Rule("unit_data_request:ask",       (Role.INSPECTION_OFFICE,)),
    Rule("unit_data_request:read",      (Role.PETITION_OFFICER, *LEADERS)),
    Rule("unit_data_request:read",      (Role.INSPECTION_OFFICE,),           (ASKING,)),
    *rules_of(PUBLICATION),
    *rules_of(TREND_REPORT),
    *rules_of(UNIT_DATA_REQUEST),
]
# fmt: on
