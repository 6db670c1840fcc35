"""SQL of rectification, and nothing else."""
