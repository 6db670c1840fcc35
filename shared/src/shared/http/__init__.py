"""HTTP as every service speaks it: problems, strict bodies, paging, filters, versions, idempotency, OpenAPI."""
