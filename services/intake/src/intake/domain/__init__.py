"""The rules of intake: pure, and readable as tables."""
