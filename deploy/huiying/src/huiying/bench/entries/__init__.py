"""Every entry of the bench. A new one is a file here and a line below."""

from huiying.bench.entries import (
    beside_bare,
    completion_rate,
    confirm_round,
    growth,
    named_submission,
    rectification_chain,
)

ENTRIES = (
    beside_bare.ENTRY,
    named_submission.ENTRY,
    growth.ENTRY,
    rectification_chain.ENTRY,
    completion_rate.ENTRY,
    confirm_round.ENTRY,
)
