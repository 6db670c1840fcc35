"""Matters that tell the same: found, merged, taken apart."""
