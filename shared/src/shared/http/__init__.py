"""HTTP as every service speaks it: problems, strict bodies, paging, versions, idempotency, OpenAPI."""
