"""Clients that write down what they saw, and what a running set must then hold: used by demos and by tests."""
