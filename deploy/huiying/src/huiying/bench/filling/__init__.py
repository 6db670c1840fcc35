"""What stands in the databases of the bench: rows by the hundred thousand, made inside PostgreSQL."""
