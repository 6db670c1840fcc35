"""Cases: their rows, their people, and what came of them."""
