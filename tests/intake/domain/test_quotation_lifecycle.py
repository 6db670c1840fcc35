from __future__ import annotations

import pytest

from intake.domain.quotation_lifecycle import QUOTATION, QuotationFacts
from shared.lifecycle import Refused

from tests.support.lifecycles import as_table, written

BY_HAND = """
asked:   clear>cleared/office_head/S2 refuse>refused/office_head/
cleared:
refused:
"""


def test_the_table_asks_two_people_to_allow_and_one_to_refuse() -> None:
    assert as_table(QUOTATION) == written(BY_HAND)


def test_nobody_allows_what_they_asked_for_themselves() -> None:
    for row in QUOTATION.rows:
        QUOTATION.check(row, QuotationFacts(is_own=False))
        with pytest.raises(Refused, match="own_proposal"):
            QUOTATION.check(row, QuotationFacts(is_own=True))
