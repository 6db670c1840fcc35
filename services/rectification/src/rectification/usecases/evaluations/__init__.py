"""Evaluation: marks, moderation, confirmation, and what follows from a grade."""
