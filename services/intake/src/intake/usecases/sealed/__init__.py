"""What belongs to a superior goes up sealed: stubs, packages, the register of leaders, erasure."""
