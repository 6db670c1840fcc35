"""Clues: their rows, what was asked and met about, and what came of them."""
