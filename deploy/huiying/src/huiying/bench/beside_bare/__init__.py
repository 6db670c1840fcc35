"""The baseline: the same three requests answered by hand, with none of our layers, and by PostgreSQL alone."""
