"""The rules of rectification: pure, and readable as tables."""
