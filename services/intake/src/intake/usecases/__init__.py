"""What intake can do, one file each."""
