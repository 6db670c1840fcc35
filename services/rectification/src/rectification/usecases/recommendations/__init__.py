"""Recommendations, lighter papers, and the systems built from them."""
