"""Typed clients of the services casework speaks to."""
