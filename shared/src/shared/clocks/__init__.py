"""Deadlines as rows: rules in a table, pure counting, and clocks that run, pause and end."""
