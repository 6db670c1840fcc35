"""Walk through the journeys of the demo against a running set, as an outside client would."""

from __future__ import annotations

import time
from pathlib import Path

from huiying.walk.accusation import verify_an_accusation
from huiying.walk.caller import Caller, Unexpected
from huiying.walk.case import file_and_decide_a_case
from huiying.walk.demand import answer_a_demand
from huiying.walk.joint_case import work_a_case_together
from huiying.walk.rectification import put_an_organisation_right

JOURNEYS = (
    ("一、民生诉求得到答复 · a demand is answered", answer_a_demand),
    ("二、实名检举控告办结并反馈 · a named accusation is verified and answered", verify_an_accusation),
    ("二之二、查证属实立案处理 · what proves true is filed, reviewed and decided", file_and_decide_a_case),
    ("三、室组地联合办案 · office, group and region work one case", work_a_case_together),
    (
        "四、巡察整改、评估与“回头看” · an inspected organisation is put right and scored",
        put_an_organisation_right,
    ),
)


def walk(base_url: str, accounts: Path) -> int:
    """Walk every journey and tell what happens; return 0 when each went as the contract says."""
    caller = Caller.of_run(base_url, accounts)
    for title, journey in JOURNEYS:
        print(f"\n{title}")
        began = time.monotonic()
        try:
            journey(caller)
        except Unexpected as error:
            print(f"  ✗ 与约定不符 · not as the contract says: {error}")
            return 1
        print(f"  ✓ {time.monotonic() - began:.1f} s")
    return 0
