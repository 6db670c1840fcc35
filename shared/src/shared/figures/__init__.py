"""What Prometheus is told: counts, ages and positions. Never a name, an id, an address or a word of content."""
