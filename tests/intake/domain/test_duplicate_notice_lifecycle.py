from __future__ import annotations

from intake.domain.duplicate_notice_lifecycle import DUPLICATE_NOTICE

from tests.support.lifecycles import as_table, written

HANDLERS = "handler@handling+office_head@handling+cadre_supervisor@handling+case_reviewer@handling"
ORGANS = "petition_officer@assigned+district_commission@assigned+town_commission@assigned"
BY_HAND = f"""
sent:         acknowledge>acknowledged/{HANDLERS}+{ORGANS}/
acknowledged:
"""


def test_the_table_is_as_written_by_hand() -> None:
    assert as_table(DUPLICATE_NOTICE) == written(BY_HAND)
