"""What casework can do with an appeal, one file each."""
