"""What identity decides, without asking anything outside itself."""
