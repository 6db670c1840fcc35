"""The official documents of rectification: which there are, and what fills their templates."""
