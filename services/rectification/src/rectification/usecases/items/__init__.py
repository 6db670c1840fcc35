"""Rectification items: what is owed, shown, verified, and what comes back."""
