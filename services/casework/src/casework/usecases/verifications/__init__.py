"""Preliminary verifications: V-1 to V-6."""
