"""How a service is put together: what it is (`spec`), what it opens (`opening`), how it answers (`app`), its routes."""
