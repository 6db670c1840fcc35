"""What rectification can do, one file each."""
