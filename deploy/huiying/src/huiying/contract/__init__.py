"""What callers rely on: types made from the APIs' descriptions, and what of a description may no longer change."""
