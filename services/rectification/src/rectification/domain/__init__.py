"""What is decided about rectification: tables and pure functions."""
