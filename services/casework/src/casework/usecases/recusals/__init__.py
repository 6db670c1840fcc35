"""Who must keep away from a matter, found before anybody is given it."""
