"""How quick intake is beside a bare handler and beside PostgreSQL alone, measured in one run on one machine."""
