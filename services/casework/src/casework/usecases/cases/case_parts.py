"""Who had which part in a case: the question of SoD-2 and SoD-4."""

from casework.domain.case import Case
from casework.domain.case_lifecycle import CaseAction as A
from casework.domain.clue_lifecycle import ClueAction as C
from casework.store.cases.members import came_from, had_part, moved_by
from shared.db import Reader

_INVESTIGATES = (
    A.FILE, A.ANNOUNCE_FILING, A.APPROVE_PLAN, A.BEGIN_INVESTIGATION, A.CHANGE_TEAM, A.SHOW_FACTS,
    A.COMPLETE_REPORT, A.SUBMIT_TO_REVIEW, A.INVOLVE_REVIEW, A.REINVESTIGATE, A.SUPPLEMENT,
)  # fmt: skip
_KEEPS_LEDGER = (C.PROPOSE_ALLOCATION, C.ALLOCATE, C.REALLOCATE, "create")
"""What case management does with a clue is no handling. Rule: SoD-3."""
_NO_PART = (A.LODGE_APPEAL, A.LODGE_COMPLAINT, A.RECORD_QUALITY, A.END_APPEAL)
"""Moves after which an officer may still handle an appeal."""


async def has_handled(reader: Reader, case: Case) -> frozenset[str]:
    """Return everybody who handled the clue, verified it, or investigated the case. Rule: SoD-2, ENF Art 54."""
    return (
        await had_part(reader, case.id, ("preliminary", "team"))
        | await moved_by(reader, [case.id], actions=_INVESTIGATES)
        | await moved_by(reader, came_from(case), without=_KEEPS_LEDGER)
    )


async def took_part(reader: Reader, case: Case) -> frozenset[str]:
    """Return everybody who had a part in what an appeal is against. Rule: SoD-4, ENF Art 59."""
    return (
        await has_handled(reader, case)
        | await had_part(reader, case.id, ("review",))
        | await moved_by(reader, [case.id], without=_NO_PART)
    )
