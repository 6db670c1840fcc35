"""Reports and accusations: A1 to A17."""
