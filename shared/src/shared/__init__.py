"""Mechanisms every service needs, used by all of them in the same way.

Holds no business nouns and imports no service: what one service alone needs belongs to that service.
"""
