"""What the gateway decides, as data: which paths exist, who may knock, which headers pass."""
