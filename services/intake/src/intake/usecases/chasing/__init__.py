"""Urgings, work reminders and reminders to whoever is late."""
