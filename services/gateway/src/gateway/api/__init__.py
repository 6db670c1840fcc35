"""The gateway's own pages: documentation, error catalogue, vocabularies."""
