"""What leaves the house in the words of staff, the guard against quoting, and the notes that never leave."""
