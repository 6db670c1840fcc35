"""The official documents of casework: which there are, and what fills their templates."""
