"""What is registered about our own conduct: interference in matters, and requests that an officer keep away."""
