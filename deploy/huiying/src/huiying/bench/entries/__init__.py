"""Every entry of the bench. A new one is a file here and a line below."""

from huiying.bench.entries import beside_bare, growth, named_submission

ENTRIES = (
    beside_bare.ENTRY,
    named_submission.ENTRY,
    growth.ENTRY,
)
