"""What is decided about clues, verifications and talks: tables and pure functions."""
