"""A small copy of the organisations: code, path, kind. Fed by the owner's events, so that codes resolve without a call."""
