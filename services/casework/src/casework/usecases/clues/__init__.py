"""The clue ledger: C1 to C11."""
