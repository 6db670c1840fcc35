"""Need-to-know: dated rights of organisations and officers to know about one object."""
