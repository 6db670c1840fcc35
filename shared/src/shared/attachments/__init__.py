"""Files people attach: checked, cleaned of what would identify them, sealed, kept in an object store."""
