"""Make Word templates of official documents from outlines in plain text: page, type and order of GB/T 9704."""
