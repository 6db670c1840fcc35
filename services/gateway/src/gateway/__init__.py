"""The one public door: routes, size and time limits, rate limits and header hygiene.

Owns no business rule and no data; every service behind it still verifies each token itself.
"""
