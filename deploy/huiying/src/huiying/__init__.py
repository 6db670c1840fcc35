"""Operator tools for the whole set: embedded database server, databases and roles, migration, launch, seed.

Knows how services are started and configured, and none of their business rules.
"""
