"""Every entry of the bench. A new one is a file here and a line below."""

from huiying.bench.entries import (
    beside_bare,
    case_view,
    completion_rate,
    confirm_round,
    growth,
    ledger,
    letters,
    linkage_members,
    named_submission,
    overlaps,
    rectification_chain,
    unit_picture,
)

ENTRIES = (
    beside_bare.ENTRY,
    named_submission.ENTRY,
    growth.ENTRY,
    letters.ENTRY,
    ledger.ENTRY,
    case_view.ENTRY,
    overlaps.ENTRY,
    unit_picture.ENTRY,
    linkage_members.ENTRY,
    rectification_chain.ENTRY,
    completion_rate.ENTRY,
    confirm_round.ENTRY,
)
