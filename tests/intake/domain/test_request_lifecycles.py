from __future__ import annotations

import pytest

from intake.domain.deadlines import DEADLINES
from intake.domain.protection_lifecycle import PROTECTION
from intake.domain.recusal_lifecycle import RECUSAL
from intake.domain.reward_lifecycle import REWARD, RewardFacts
from intake.domain.trace_lifecycle import TRACE, TraceFacts
from shared.lifecycle import Lifecycle, Refused

from tests.support.lifecycles import as_table, written

OFFICER = "petition_officer"
BY_HAND = {
    "protection_request": f"""
submitted: assess>assessed/{OFFICER}/
assessed:  grant>granted/{OFFICER}/S2 decline>declined/{OFFICER}/S2
granted:   end>ended/{OFFICER}/S2
declined:
ended:
""",
    "recusal_request": """
submitted: uphold>upheld/deputy_leader+principal_leader/ reject>rejected/deputy_leader+principal_leader/
upheld:
rejected:
""",
    "reward_proposal": f"""
proposed: approve>approved/{OFFICER}/S3 decline>declined/{OFFICER}/S3
approved: pay>paid/{OFFICER}/
declined:
paid:
""",
    "trace_request": f"""
requested: approve>approved/{OFFICER}/S7 refuse>refused/{OFFICER}/
approved:  trace>traced/{OFFICER}/ lapse>lapsed/{OFFICER}/
refused:
traced:
lapsed:
""",
}


@pytest.mark.parametrize("table", [PROTECTION, RECUSAL, REWARD, TRACE])
def test_each_table_allows_exactly_what_the_rules_say(table: Lifecycle) -> None:
    assert as_table(table) == written(BY_HAND[table.name])
    assert {rule for row in table.rows for rule in (*row.starts, *row.stops)} <= set(DEADLINES)


def test_a_reward_needs_a_name_and_a_verified_report() -> None:
    row = REWARD.find("proposed", "approve")
    REWARD.check(row, RewardFacts(is_named=True, is_verified=True))
    with pytest.raises(Refused, match="reporter_is_anonymous"):
        REWARD.check(row, RewardFacts(is_named=False, is_verified=True))
    with pytest.raises(Refused, match="report_not_verified"):
        REWARD.check(row, RewardFacts(is_named=True, is_verified=False))


def test_a_trace_needs_somebody_anonymous_and_an_approval_in_force() -> None:
    row = TRACE.find("requested", "approve")
    TRACE.check(row, TraceFacts(is_anonymous=True, holds=True))
    with pytest.raises(Refused, match="reporter_is_named"):
        TRACE.check(row, TraceFacts(is_anonymous=False, holds=True))
    with pytest.raises(Refused, match="approval_lapsed"):
        TRACE.check(TRACE.find("approved", "trace"), TraceFacts(is_anonymous=True, holds=False))
