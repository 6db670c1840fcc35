"""Reports and livelihood demands: reporter identities, receipts, dialogue, referral, feedback and objections.

Does not own how a clue is disposed of: what is transferred belongs to casework.
"""
