"""What reports tell as a whole: feedback of a quarter, trend reports, data on a unit."""
