"""What leaves the house in staff's words: the dialogue, canned replies, the guard against quoting; and the notes that never leave."""
