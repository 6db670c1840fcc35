"""What a service does by itself, beside answering requests: sealing, deadlines, following other services."""
