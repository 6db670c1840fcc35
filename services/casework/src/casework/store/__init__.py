"""SQL of casework, and nothing else."""
