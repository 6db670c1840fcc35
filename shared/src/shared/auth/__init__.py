"""Who is calling, what they may do, and how a token proves it."""
