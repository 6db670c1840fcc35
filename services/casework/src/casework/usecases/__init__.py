"""What casework can do, one file each."""
