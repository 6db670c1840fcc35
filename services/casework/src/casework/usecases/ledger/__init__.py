"""What case management does with the ledger as a whole: reconciles it each quarter, keeps minutes of meetings on it."""
