"""A PostgreSQL of three nodes under Patroni on this machine, and a loss of its primary while reports come in."""
