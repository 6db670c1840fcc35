"""Intake: what people bring in. Owns reports, demands, reporters' identities, receipts and the dialogue with people.

It does not decide how a clue is disposed of; that is `casework`.
"""
