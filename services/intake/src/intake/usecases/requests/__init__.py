"""Requests about a matter: protection, recusal, reward, tracing; each a small process of its own."""
