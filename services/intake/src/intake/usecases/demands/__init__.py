"""Demands: B1 to B10."""
