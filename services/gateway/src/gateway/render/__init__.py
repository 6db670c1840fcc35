"""Turns the route table and the settings into the files Envoy reads."""
