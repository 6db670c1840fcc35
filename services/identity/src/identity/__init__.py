"""Organisations, contact zones, officers, dated role grants, credentials, tokens, keys, working-day calendar.

Does not own cases, reports or anything else that officers work on.
"""
