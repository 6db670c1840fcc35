"""Filters an officer keeps for lists used every day."""
