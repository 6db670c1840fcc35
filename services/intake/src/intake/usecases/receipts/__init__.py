"""What the holder of a receipt does: read, rate, object, answer the later survey."""
