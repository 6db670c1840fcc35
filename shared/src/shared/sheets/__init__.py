"""Spreadsheets in and out: templates to fill in, what was sent back, remarks written into it, lists to take away."""
