"""What identity can do, one file each. Transactions begin and end here."""
