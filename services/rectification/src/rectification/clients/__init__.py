"""Typed clients of the services rectification speaks to."""
