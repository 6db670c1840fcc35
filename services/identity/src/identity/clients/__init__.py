"""What identity asks of the machine: password hashes in threads of their own."""
