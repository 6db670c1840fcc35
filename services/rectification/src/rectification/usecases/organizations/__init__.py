"""Rounds and inspected organisations: findings, plans, reports, the whole chain."""
