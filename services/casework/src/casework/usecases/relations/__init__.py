"""The picture of what hangs together around a matter, as far as the caller may see it."""
