from __future__ import annotations

import pytest

from casework.domain.clue_meeting import CLUE_MEETING, ClueMeetingFacts
from casework.domain.interference import INTERFERENCE, InterferenceFacts
from casework.domain.reconciliation_lifecycle import RECONCILIATION, ReconciliationFacts
from casework.domain.recusal_request import RECUSAL_REQUEST, RecusalRequestFacts
from shared.lifecycle import Lifecycle, Refused

from tests.support.lifecycles import as_table, written

BY_HAND = {
    INTERFERENCE: """
registered: follow_up>registered/cadre_supervisor/ dispose>disposed/cadre_supervisor/
disposed:
""",
    RECUSAL_REQUEST: """
filed:   decide>decided/principal_leader+superior_commission/
decided:
""",
    RECONCILIATION: """
opened:      take_stock>stock_taken/case_manager/
stock_taken: take_stock>stock_taken/case_manager/ record_spot_check>stock_taken/case_manager/ report>reported/case_manager/S3
reported:
""",
    CLUE_MEETING: """
drafted:   revise>drafted/case_manager+principal_leader/ confirm>confirmed/principal_leader/
confirmed:
""",
}
GUARDS = [
    (INTERFERENCE, "own_interference_entry", InterferenceFacts(is_registrant=True), InterferenceFacts()),
    (RECUSAL_REQUEST, "officer_missing", RecusalRequestFacts(has_officer=False), RecusalRequestFacts()),
    (RECUSAL_REQUEST, "officer_unknown", RecusalRequestFacts(is_known=False), RecusalRequestFacts()),
    (RECUSAL_REQUEST, "own_recusal", RecusalRequestFacts(decides_on_self=True), RecusalRequestFacts()),
    (RECONCILIATION, "spot_check_not_drawn", ReconciliationFacts(is_drawn=False), ReconciliationFacts()),
    (RECONCILIATION, "spot_check_open", ReconciliationFacts(open_spot_checks=1), ReconciliationFacts()),
    (CLUE_MEETING, "clue_unknown", ClueMeetingFacts(unknown_clues=1), ClueMeetingFacts()),
]


@pytest.mark.parametrize("table", BY_HAND, ids=lambda table: table.name)
def test_the_table_allows_exactly_what_the_book_of_rules_says(table: Lifecycle) -> None:
    assert as_table(table) == written(BY_HAND[table])


@pytest.mark.parametrize(("table", "code", "broken", "whole"), GUARDS, ids=[one[1] for one in GUARDS])
def test_a_broken_guard_refuses_by_its_code(
    table: Lifecycle, code: str, broken: object, whole: object
) -> None:
    row = next(row for row in table.rows if code in [guard.code for guard in row.needs])
    with pytest.raises(Refused, match=code):
        table.check(row, broken)
    table.check(row, whole)
