"""How every object of every service moves: one write path, one way to show an object, one set of routes."""
