"""Search in texts that lie sealed, by numbers which tell a reader of the database next to nothing."""
