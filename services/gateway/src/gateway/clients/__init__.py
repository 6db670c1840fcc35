"""What the gateway asks others: Envoy's administration socket, and the services' public catalogues."""
