"""What casework can do with a case, one file each."""
