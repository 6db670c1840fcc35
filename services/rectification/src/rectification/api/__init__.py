"""HTTP in, HTTP out. Until the service has matters of its own, every route is one that all services have."""
