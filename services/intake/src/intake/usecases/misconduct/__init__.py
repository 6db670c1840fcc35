"""What an audit of staff looks for."""
