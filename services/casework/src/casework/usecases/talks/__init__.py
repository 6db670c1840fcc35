"""Talks and inquiries: T-1 to T-10."""
