"""Inspection rounds, findings, plans, rectification items, recommendations, evaluation and look-back.

Does not own the wrongdoing of persons: a clue found here is handed to casework.
"""
