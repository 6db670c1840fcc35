"""Officers whom a matter is about, kept away from it."""
