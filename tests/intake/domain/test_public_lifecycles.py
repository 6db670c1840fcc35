from __future__ import annotations

import pytest

from intake.domain.publication_lifecycle import PUBLICATION, PublicationFacts
from intake.domain.trend_report_lifecycle import TREND_REPORT, TrendReportFacts
from intake.domain.unit_data_lifecycle import UNIT_DATA_REQUEST
from shared.lifecycle import Lifecycle, Refused

from tests.support.lifecycles import as_table, written

OFFICER = "petition_officer"
BOARD = f"""
drafted:   revise>drafted/{OFFICER}/ publish>published/{OFFICER}/S2 discard>discarded/{OFFICER}/
published: withdraw>withdrawn/{OFFICER}+system/
discarded:
withdrawn:
"""
TREND = f"""
drafted:   revise>drafted/{OFFICER}/ issue>issued/{OFFICER}/S3 discard>discarded/{OFFICER}/
issued:    acknowledge>issued/{OFFICER}@unread_above+superior_commission@unread_by_superior+party_principal@unread_by_party/
discarded:
"""
DATA = f"""
asked:     supply>supplied/{OFFICER}/S2 decline>declined/{OFFICER}/S2
supplied:
declined:
"""


@pytest.mark.parametrize(
    ("table", "by_hand"), [(PUBLICATION, BOARD), (TREND_REPORT, TREND), (UNIT_DATA_REQUEST, DATA)]
)
def test_the_table_is_as_written_by_hand(table: Lifecycle, by_hand: str) -> None:
    assert as_table(table) == written(by_hand)


@pytest.mark.parametrize(
    ("table", "action", "facts", "code"),
    [
        (PUBLICATION, "publish", PublicationFacts(is_answered=False), "demand_not_answered"),
        (PUBLICATION, "publish", PublicationFacts(is_quoted=True), "report_is_quoted"),
        (TREND_REPORT, "issue", TrendReportFacts(has_text=False), "analysis_missing"),
    ],
)
def test_a_broken_guard_refuses_by_its_code(table: Lifecycle, action: str, facts: object, code: str) -> None:
    row = table.find("drafted", action)
    with pytest.raises(Refused, match=code):
        table.check(row, facts)


def test_no_guard_refuses_when_all_is_well() -> None:
    PUBLICATION.check(PUBLICATION.find("drafted", "publish"), PublicationFacts())
    TREND_REPORT.check(TREND_REPORT.find("drafted", "issue"), TrendReportFacts())
