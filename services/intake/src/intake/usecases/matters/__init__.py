"""What reports and demands share: how they come in, are searched, followed and taken away whole."""
