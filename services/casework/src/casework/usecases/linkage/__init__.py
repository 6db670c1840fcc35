"""Joint work of office, group and region, one file for each thing that can be done."""
