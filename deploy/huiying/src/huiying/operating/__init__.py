"""What an operator does by hand: look after a set, back it up, bring it back. The services know nothing of it."""
