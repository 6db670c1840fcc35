"""Daily supervision: measures, special checks, renewed feedback, consultations, material handed over."""
